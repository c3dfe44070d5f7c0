using Cairn.Help.Directory;

namespace Cairn.Tests.Help.Directory;

public sealed class PhonesTests
{
    [Theory]
    [InlineData("0808 157 0001", "08081570001")]
    [InlineData("0808-157-0001", "08081570001")]
    [InlineData("+44 808 157 0001", "08081570001")]
    [InlineData("+44 (0)808 157 0001", "08081570001")]
    [InlineData("0044 808 157 0001", "08081570001")]
    [InlineData("(+44) 808 157 0001", "08081570001")]
    [InlineData("+44(808)1570001", "08081570001")]
    [InlineData("44 808 157 0001", "08081570001")]
    [InlineData("44 (0)808 157 0001", "08081570001")]
    [InlineData("(0044) 0808 157 0001", "08081570001")]
    [InlineData("18001 0808 157 0001", "1800108081570001")]
    [InlineData("18001 +44 808 157 0001", "1800108081570001")]
    [InlineData("18001 0044 808 157 0001", "1800108081570001")]
    [InlineData("18001-44-808-157-0001", "1800108081570001")]
    [InlineData("+44 116 123", "116123")]
    [InlineData("+44 999", "999")]
    [InlineData("44 1234", "441234")]
    [InlineData("18001", "18001")]
    [InlineData("116 123", "116123")]
    [InlineData("", "")]
    public void A_number_is_one_number_however_it_is_written(string written, string dialled) => Assert.Equal(dialled, Phones.Dialled(written));

    [Theory]
    [InlineData("(+44) 800 1111")]
    [InlineData("+44 800 1111")]
    [InlineData("44 800 1111")]
    [InlineData("0044 800 1111")]
    [InlineData("18001 0800 1111")]
    [InlineData("18001 +44 800 1111")]
    [InlineData("18001 44 800 1111")]
    [InlineData("18001 18001 0800 1111")]
    public void Every_spelling_that_can_be_dialled_reaches_the_number(string spelling)
    {
        Assert.True(Phones.CanBe(spelling));
        Assert.Contains("08001111", Phones.Reached(spelling));
    }

    [Fact]
    public void A_number_behind_a_text_relay_reaches_both() =>
        Assert.Equal(["1800108081570001", "08081570001"], Phones.Reached("18001 0808 157 0001"));
}
