namespace Cairn.EndToEnd;

/// <summary>Rows of a theory: every language of the campaign, drafts included.</summary>
public static class EachLanguage
{
    public static TheoryData<string> Codes => [.. Checkout.Languages];
}
