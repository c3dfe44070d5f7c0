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
    [InlineData("18001 0808 157 0001", "1800108081570001")]
    [InlineData("116 123", "116123")]
    [InlineData("", "")]
    public void A_number_is_one_number_however_it_is_written(string written, string dialled) => Assert.Equal(dialled, Phones.Dialled(written));

    [Fact]
    public void A_number_behind_a_text_relay_reaches_both() =>
        Assert.Equal(["1800108081570001", "08081570001"], Phones.Reached("18001 0808 157 0001"));
}
