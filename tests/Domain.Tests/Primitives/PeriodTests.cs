using BillingActors.Domain.Primitives;
using static BillingActors.Domain.Tests.Rating.Given;

namespace BillingActors.Domain.Tests.Primitives;

public sealed class PeriodTests
{
    [Fact]
    public void The_end_day_is_not_in_the_period()
    {
        Assert.Equal(31, January.Days);
        Assert.True(January.Contains(Day("2025-01-01")) && January.Contains(Day("2025-01-31")));
        Assert.False(January.Contains(Day("2025-02-01")) || January.Contains(Day("2024-12-31")));
        Assert.Equal("2025-01-01..2025-02-01", January.ToString());
    }

    [Theory]
    [InlineData("2025-01-01")]
    [InlineData("2024-12-31")]
    public void A_period_has_at_least_one_day(string until) =>
        Assert.Throws<BrokenInvariantException>(() => Days("2025-01-01", until));

    [Fact]
    public void An_overlap_is_what_both_have()
    {
        Assert.Equal(Days("2025-01-20", "2025-02-01"), January.Overlap(Days("2025-01-20", "2025-03-01")));
        Assert.Equal(January, January.Overlap(Day("2020-01-01"), null));
        Assert.Null(January.Overlap(Days("2025-02-01", "2025-02-02")));
        Assert.Null(January.Overlap(Day("2025-01-20"), Day("2025-01-20")));
    }
}
