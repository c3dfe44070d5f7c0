using System.Text;

namespace Cairn.Help.Concerns;

/// <summary>Who tells. It changes the words of the pages, never what somebody may do.</summary>
/// <param name="Code">The word in the form, and in the sealed label that the desk sorts by; never used again for something else.</param>
internal sealed record Teller(string Code, Func<ReportWords, string> Name, Func<ReportWords, (string Heading, string Body)> Before, Func<ReportWords, string> Opening)
{
    public static Teller Young { get; } = new("young", w => w.WhoYoung, w => (w.BeforeYoungHeading, w.BeforeYoung), w => w.LetterOpenYoung);

    public static Teller Parent { get; } = new("parent", w => w.WhoParent, w => (w.BeforeParentHeading, w.BeforeParent), w => w.LetterOpenParent);

    public static Teller Professional { get; } = new("professional", w => w.WhoProfessional, w => (w.BeforeProfessionalHeading, w.BeforeProfessional), w => w.LetterOpenProfessional);

    public static Teller Other { get; } = new("other", w => w.WhoOther, w => (w.BeforeOtherHeading, w.BeforeOther), w => w.LetterOpenOther);

    public static IReadOnlyList<Teller> All { get; } = [Young, Parent, Professional, Other];

    /// <summary>The step of the form that says it.</summary>
    public string Step => "who-" + Code;

    /// <summary>The question about the child, as this person is asked it.</summary>
    public string AskWhom(ReportWords words) => this == Young ? words.AskWhomYoung : words.AskWhomOther;

    /// <summary>Whoever did not say is somebody.</summary>
    public static Teller Of(ReadOnlySpan<byte> code)
    {
        foreach (var teller in All)
        {
            if (Ascii.Equals(code, teller.Code))
                return teller;
        }

        return Other;
    }

    /// <returns>Null when the step says nothing of the kind.</returns>
    public static Teller? OfStep(ReadOnlySpan<byte> step) => step.StartsWith("who-"u8) && All.Any(Fits(step[4..].ToArray())) ? Of(step[4..]) : null;

    private static Func<Teller, bool> Fits(byte[] code) => t => Ascii.Equals(code, t.Code);
}

/// <summary>Whom a letter is for.</summary>
/// <param name="Service">The service of the directory it is for, or null.</param>
internal sealed record Receiver(string Code, string? Service, Func<ReportWords, string> Name, Func<ReportWords, string> How)
{
    public static IReadOnlyList<Receiver> All { get; } =
    [
        new("ceop", "ceop", w => w.LetterToCeop, w => w.LetterHowCeop),
        new("police", null, w => w.LetterToPolice, w => w.LetterHowPolice),
        new("teacher", null, w => w.LetterToTeacher, w => w.LetterHowTeacher),
        new("parent", null, w => w.LetterToParent, w => w.LetterHowParent),
    ];

    /// <summary>The one that was chosen; somebody who tells for themselves shows it to a person they trust, and others to the police, until they choose.</summary>
    public static Receiver Of(ReadOnlySpan<byte> code, Teller teller)
    {
        foreach (var receiver in All)
        {
            if (Ascii.Equals(code, receiver.Code))
                return receiver;
        }

        return teller == Teller.Young ? All[3] : All[1];
    }
}
