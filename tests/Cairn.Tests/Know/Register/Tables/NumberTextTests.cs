using Cairn.Know.Register.Tables;
using CsCheck;

namespace Cairn.Tests.Know.Register.Tables;

public sealed class NumberTextTests
{
    private static readonly string[] Separators = ["", ",", " ", "\u00A0"];
    private static readonly string[] Marks = ["", "*", " [1]", "¹²"];

    [Theory]
    [InlineData("1,356", 1356)]
    [InlineData("1 356", 1356)]
    [InlineData("1\u00A0356", 1356)]
    [InlineData("1\u202F356 ", 1356)]
    [InlineData("1,292 [1]", 1292)]
    [InlineData("64*", 64)]
    [InlineData("64¹", 64)]
    [InlineData("64 (a)", 64)]
    [InlineData("7[p]", 7)]
    [InlineData("0", 0)]
    [InlineData("-", 0)]
    [InlineData("–", 0)]
    public void A_count_is_read_as_it_is_printed(string cell, long count) => Assert.Equal(count, NumberText.Read(cell).Count);

    [Theory]
    [InlineData("*")]
    [InlineData("..")]
    [InlineData("x")]
    [InlineData("c")]
    [InlineData("[c]")]
    public void A_mark_for_a_withheld_number_is_known(string cell) => Assert.Equal(CellStatus.Withheld, NumberText.Read(cell).Status);

    [Theory]
    [InlineData("13,56")]
    [InlineData("1,3560")]
    [InlineData("twelve")]
    [InlineData("1.356,5")]
    [InlineData("12 13")]
    [InlineData("1e5")]
    [InlineData("٣")]
    [InlineData("999999999999999999999999999999999999")]
    public void What_could_be_two_numbers_is_none(string cell) => Assert.Equal(CellStatus.NotANumber, NumberText.Read(cell).Status);

    [Theory]
    [InlineData("23%", 23, 0, true)]
    [InlineData("101.3", 101.3, 1, false)]
    [InlineData("-7", -7, 0, false)]
    public void Decimals_and_percentages_are_kept_as_printed(string cell, double value, int decimals, bool isPercent)
    {
        var number = NumberText.Read(cell);

        Assert.Equal(((decimal)value, decimals, isPercent), (number.Value!.Value, number.Decimals, number.IsPercent));
        Assert.Equal(isPercent || decimals > 0 || value < 0, number.Count is null);
    }

    [Fact]
    public void Any_count_survives_being_printed()
    {
        Gen.Select(Gen.Long[0, 99_999_999], Gen.Int[0, 3].Select(i => Separators[i]), Gen.Int[0, 3].Select(i => Marks[i])).Sample((count, separator, mark) =>
            NumberText.Read(count.ToString("#,##0", System.Globalization.CultureInfo.InvariantCulture).Replace(",", separator, StringComparison.Ordinal) + mark).Count == count);
    }
}
