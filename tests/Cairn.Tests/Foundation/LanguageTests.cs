using Cairn.Foundation.Text;

namespace Cairn.Tests.Foundation;

public sealed class LanguageTests
{
    [Theory]
    [InlineData("en", "ltr", "English")]
    [InlineData("gd", "ltr", "Gàidhlig")]
    [InlineData("pl", "ltr", "Polski")]
    [InlineData("cy", "ltr", "Cymraeg")]
    [InlineData("ur", "rtl", "اردو")]
    public void A_language_knows_its_direction_and_its_own_name(string code, string direction, string name)
    {
        var language = Language.Parse(code, null);

        Assert.Equal(direction, language.Direction);
        Assert.Equal(name, language.OwnName);
    }

    [Theory]
    [InlineData("")]
    [InlineData("EN")]
    [InlineData("zz")]
    [InlineData("qqq")]
    [InlineData("en-GB")]
    [InlineData("favicon")]
    public void What_is_not_a_language_is_refused(string code) => Assert.False(Language.TryParse(code, null, out _));
}
