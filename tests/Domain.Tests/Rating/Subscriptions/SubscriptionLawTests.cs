using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Rating.Subscriptions;
using CsCheck;
using static BillingActors.Domain.Tests.Rating.Given;
using static BillingActors.Domain.Tests.Rating.Subscriptions.GivenLife;

namespace BillingActors.Domain.Tests.Rating.Subscriptions;

/// <summary>What must hold for every life.</summary>
public sealed class SubscriptionLawTests
{
    private static readonly Gen<SubscriptionAction[]> Actions =
        Gen.Select(Gen.Int[1, 360], Gen.Int[0, 6], Gen.Int[0, 9]).Select(drawn =>
        {
            var on = Day("2024-01-31").PlusDays(drawn.Item1).AtMidnight();
            return drawn.Item2 switch
            {
                0 => new SubscriptionAction.Change(on, "b"),
                1 => new SubscriptionAction.Change(on, "a"),
                2 => new SubscriptionAction.Pause(on),
                3 => new SubscriptionAction.Resume(on),
                4 => new SubscriptionAction.BillingDay(on, drawn.Item3 + 20),
                _ => (SubscriptionAction)new SubscriptionAction.Quantity(on, drawn.Item3, null),
            };
        }).Array[0, 6];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_life_at_once_is_the_same_as_bill_after_bill(bool isExact) => Actions.Sample(actions =>
    {
        actions = isExact ? [.. actions.Select(AtSomeHour)] : actions;
        var life = isExact ? Exact(Lived(actions)) : Lived(actions);
        var state = RatingState.Empty;
        var lines = new List<string>();
        for (var on = SubscriptionBilling.NextBillOn(life, null); on is { } day;
            on = SubscriptionBilling.NextBillOn(life, day))
        {
            // Only what has happened is known to the bill.
            var known = life with
            {
                State = state,
                Life = life.Life with { Actions = [.. actions.Where(action => action.On.Date <= day)] },
            };
            var bill = SubscriptionBilling.BillOn(known, day);
            lines.AddRange(bill.Rating.Lines.Select(line => $"{line.Code} {line.Period} {line.Amount}"));
            state = bill.Rating.State;
        }
        Assert.Equal(
            lines,
            Bills(life).SelectMany(bill => bill.Rating.Lines)
                .Select(line => $"{line.Code} {line.Period} {line.Amount}"));
    }, iter: 60);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_is_billed_and_credited_comes_to_what_the_whole_life_costs_known_from_the_start(bool isExact) =>
        Actions.Sample(actions =>
        {
            actions = isExact ? [.. actions.Select(AtSomeHour)] : actions;
            var life = Lived(actions);
            var foreseen = Lived([.. actions.Select(action => action with { Announced = Day("2024-01-31") })]);
            if (isExact)
                (life, foreseen) = (Exact(life), Exact(foreseen));
            var lines = Bills(life).Sum(bill => bill.Rating.Lines.Length);
            // Each line is rounded once, so that they differ by at most half a cent for each.
            Assert.InRange(Math.Abs(life.Total() - foreseen.Total()), 0m, 0.005m * (lines + 40));
        }, iter: 60);

    // Whatever way parts are rounded, the lines of a change come to their exact sum rounded once in that way.
    [Fact]
    public void A_change_comes_to_its_difference_rounded_as_the_settings_say() =>
        Gen.Select(Gen.Int[1, 99_999], Gen.Int[1, 99_999], Gen.Int[2, 27], Gen.Int[0, 2]).Sample(drawn =>
        {
            var (before, after, day, way) = drawn;
            var life = Life(
                    "2025-01-01", "2025-01-30", null,
                    [Plan("a", Fee(before / 100m)), Plan("b", Fee(after / 100m))],
                    Change(FormattableString.Invariant($"2025-01-{day:00}"), "b"))
                .Set(("change-rounding", "difference"), ("part-rounding", new[] { "half", "up", "down" }[way]));

            var lines = Bills(life).Single(bill => bill.IssuedOn.Day == day).Rating.Lines;

            var left = 32 - day;
            var exact = decimal.Round((after - before) * left / 31m, 18);
            Assert.Equal(
                way switch
                {
                    0 => decimal.Round(exact, MidpointRounding.AwayFromZero),
                    1 => exact < 0m ? decimal.Floor(exact) : decimal.Ceiling(exact),
                    _ => decimal.Truncate(exact),
                },
                lines.Sum(static line => line.Amount.Minor));
        });

    [Fact]
    public void A_cancellation_on_the_first_day_gives_back_everything() =>
        Gen.Select(Gen.Int[1, 99_999], Gen.Int[0, 800]).Sample((cents, offset) =>
        {
            var start = Day("2024-01-31").PlusDays(offset);
            var plan = Plan("a", Fee(cents / 100m), Fee(cents / 50m, Year, code: "year"));
            var life = Life("2024-01-31", "2030-01-01", 15, [plan]);
            var request = life with
            {
                Life = life.Life with
                {
                    Start = start.AtMidnight(),
                    Actions =
                    [
                        new SubscriptionAction.Cancel(start.AtMidnight(), null) { Announced = start.PlusDays(40) },
                    ],
                },
            };
            Assert.Equal(0m, request.Total());
        }, iter: 100);

    // Periods that begin at three in the afternoon, changes at any hour of a later day, differences that are rounded.
    private static SubscriptionRequest Exact(SubscriptionRequest life) =>
        (life with { Life = life.Life with { Start = life.Life.Start.PlusHours(15) } })
            .Set(("part-count", "seconds"), ("change-rounding", "difference"));

    private static SubscriptionAction AtSomeHour(SubscriptionAction action) =>
        action with { On = action.On.PlusHours(action.On.DayOfYear * 7 % 24) };

    private static SubscriptionRequest Lived(SubscriptionAction[] actions) => Life(
        "2024-01-31",
        "2025-03-31",
        null,
        [Plan("a", Fee(29.99m), Seats(7.77m)), Plan("b", Fee(59.5m), Seats(5m, false))],
        actions);
}
