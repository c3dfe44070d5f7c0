using Cairn.Help.Directory.Desk;
using NodaTime;

namespace Cairn.Tests.Help.Directory.Desk;

public sealed class ExpiryWordsTests
{
    private static readonly LocalDate Today = new(2026, 11, 24);

    [Theory]
    [InlineData(12, 0, "expires in 12 days, on 6 December 2026")]
    [InlineData(1, 0, "expires tomorrow, on 25 November 2026")]
    [InlineData(0, 0, "expired today: not shown")]
    [InlineData(-1, 0, "expired 1 day ago: not shown")]
    [InlineData(-3, 0, "expired 3 days ago: not shown")]
    [InlineData(-3, 5, "expired 3 days ago: shown until 25 November 2026")]
    [InlineData(-5, 5, "expired 5 days ago: not shown")]
    public void The_expiry_of_a_field_is_said_from_today(int days, int hideDays, string words) =>
        Assert.Equal(words, ExpiryWords.Of(Today.PlusDays(days), Today, hideDays));

    [Fact]
    public void A_field_without_expiry_says_so() => Assert.Equal("does not expire", ExpiryWords.Of(null, Today, 0));
}
