using BillingActors.Domain.Rating.Subscriptions;
using BillingActors.Domain.Tariffs;
using static BillingActors.Domain.Tests.Rating.Events.GivenEvents;
using static BillingActors.Domain.Tests.Rating.Subscriptions.GivenLife;

namespace BillingActors.Domain.Tests.Tax;

/// <summary>Limits of a total in the life of a subscription: a part of a bill period has its part of them.</summary>
public sealed class TotalLimitLifeTests
{
    [Theory]
    // From 18 January, by months from the first on: 14 of 31 days, a month, and 10 of 31 days until the end.
    [InlineData("2025-01-18", "2025-03-11", "prorated", "", "28 62 20")]
    [InlineData("2025-01-18", "2025-03-11", "whole", "", "62 62 62")]
    // In advance the part is billed on the first day; what ends is billed with what was given back.
    [InlineData("2025-01-18", "2025-03-11", "prorated", "advance", "28 62 62 20")]
    // By 30 days a month, and counted as if every month had 30: 13 of 30 are 26.866666.
    [InlineData("2025-01-18", "2025-03-01", "prorated", "part-count=thirty-day-month", "26.866666 62")]
    // A month is one whatever changes inside it.
    [InlineData("2025-01-01", "2025-03-01", "prorated", "quantity", "62 62")]
    public void A_part_of_a_bill_period_has_its_part_of_the_limits(
        string start, string end, string part, string how, string most)
    {
        var setting = how.Contains('=', StringComparison.Ordinal) ? how.Split('=') : ["first-part", "prorated"];
        SubscriptionAction[] actions = how == "quantity"
            ? [Cancel(end), Quantity("2025-01-10", 2m)]
            : [Cancel(end)];
        var life = Life(start, "2025-05-01", 1, [Plan("a", Seats(10m, how == "advance"))], actions)
            .Set(("total-most", "62"), ("total-limits-part", part), ("change-billing", "next-bill"),
                (setting[0], setting[1]));

        Assert.Equal(
            most,
            string.Join(' ', Bills(life).Select(static bill => Short(Assert.Single(bill.Rating.Taxes).Limits!.Most))));
    }

    // Paused for the second half of January: its first 15 of 31 days count, and all of February.
    [Fact]
    public void A_pause_until_the_end_of_a_period_is_none_of_it()
    {
        var life = Life(
            "2025-01-01", "2025-05-01", 1, [Plan("a", Seats(10m, inAdvance: false))],
            [Pause("2025-01-16"), Resume("2025-02-01"), Cancel("2025-03-01")])
            .Set(("total-most", "62"), ("total-limits-part", "prorated"), ("change-billing", "next-bill"));

        Assert.Equal(
            ["30", "62"], Bills(life).Select(static bill => Short(Assert.Single(bill.Rating.Taxes).Limits!.Most)));
    }

    // What was used in a part is billed with the month after it, which is a whole one.
    [Fact]
    public void A_bill_of_a_part_and_a_whole_period_has_the_whole_limit()
    {
        var plan = Plan("a", Fee(10m), Charge(new PriceModel.Flat(1m)));
        var life = Life("2025-01-18", "2025-02-02", 1, [plan]) with { Events = [Event("1", "2025-01-20", 5m)] };
        var bills = Bills(life.Set(("total-most", "62"), ("total-limits-part", "prorated")));

        Assert.Equal(["28", "62"], bills.Take(2).Select(static bill => Short(bill.Rating.Taxes[0].Limits!.Most)));
    }

    private static string Short(decimal? limit) =>
        FormattableString.Invariant($"{decimal.Truncate(limit!.Value * 1_000_000m) / 1_000_000m:0.######}");
}
