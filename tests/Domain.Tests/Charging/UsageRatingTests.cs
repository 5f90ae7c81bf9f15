using BillingActors.Domain.Accounts;
using BillingActors.Domain.Charging;
using BillingActors.Domain.Tests.Accounts;
using static BillingActors.Domain.Tests.Charging.GivenUsage;

namespace BillingActors.Domain.Tests.Charging;

public sealed class UsageRatingTests
{
    [Fact]
    public void A_call_is_rated_when_it_comes()
    {
        var desk = new UsageDesk(Plain);

        var outcome = desk.Take(Call("1", 7, 120m), Call("2", 8, 60m, "331"));

        var rated = Assert.IsType<AccountEvent.UsageRated>(Assert.Single(outcome.Decision.Events));
        Assert.Equal([0.2m, 0.3m], rated.Parts.Single().Records.Select(one => one.Amount));
        Assert.Equal(0.5m, desk.Account.UnbilledUsage());
        Assert.Equal(["voice/33/1/0.3", "voice/49/1/0.2"], desk.Contract.Usage!.Periods.Single().Sums
            .Select(sum => FormattableString.Invariant($"{sum.Charge}/{sum.Label}/{sum.Count}/{sum.Amount}")));
    }

    [Fact]
    public void An_allowance_is_drawn_from_over_batches()
    {
        var desk = new UsageDesk(Tariff);

        desk.Take(Call("1", 7, 400m));
        desk.Take(Call("2", 8, 400m));

        Assert.Equal(200m / 600m, desk.Account.UnbilledUsage(), 10);
    }

    [Fact]
    public void An_event_costs_what_it_adds_to_the_steps()
    {
        var desk = new UsageDesk(Plain);

        desk.Take(Event("1", 7, 8m));
        var outcome = desk.Take(Event("2", 8, 8m));

        var rated = (AccountEvent.UsageRated)outcome.Decision.Events[0];
        Assert.Equal(2m + 3m, rated.Parts.Single().Records.Single().Amount);
    }

    [Fact]
    public void The_same_record_again_changes_nothing()
    {
        var desk = new UsageDesk(Plain);
        desk.Take(Call("1", 7, 120m));

        var again = desk.Take(Call("1", 7, 120m));

        Assert.Empty(again.Decision.Events);
        Assert.Equal(1, again.DuplicateCount);
    }

    [Fact]
    public void The_same_id_with_another_content_is_a_conflict()
    {
        var desk = new UsageDesk(Plain);
        desk.Take(Call("1", 7, 120m));

        var other = desk.Take(Call("1", 7, 121m), Call("1", 7, 122m));

        Assert.Equal(["usage-conflict", "usage-conflict"], other.Troubles.Select(one => one.Trouble.Code));
        Assert.Equal(0.2m, desk.Account.UnbilledUsage());
    }

    [Fact]
    public void A_batch_delivered_again_is_known_by_its_place()
    {
        var desk = new UsageDesk(Plain);
        desk.Take(new UsageBatch([Call("1", 7, 120m)], new StreamOffset(1, 3, 10, 0)));

        var again = desk.Take(new UsageBatch([Call("1", 7, 120m)], new StreamOffset(1, 3, 10, 0)));
        var other = desk.Take(new UsageBatch([Call("2", 7, 120m)], new StreamOffset(2, 1, 1, 0)));

        Assert.Empty(again.Decision.Events);
        Assert.NotEmpty(other.Decision.Events);
    }

    [Theory]
    [InlineData("44", "unknown-destination")]
    [InlineData("49", null)]
    public void A_record_that_cannot_be_rated_keeps_no_other_back(string to, string? code)
    {
        var desk = new UsageDesk(Plain);

        var outcome = desk.Take(Call("1", 7, 120m, to), Call("2", 7, 60m));

        Assert.Equal(code is null ? [] : [code], outcome.Troubles.Select(one => one.Trouble.Code));
        Assert.Equal(code is null ? 0.3m : 0.1m, desk.Account.UnbilledUsage());
    }

    [Fact]
    public void A_record_needs_a_contract_that_runs_on_its_day()
    {
        var desk = new UsageDesk(Plain, SampleAccount.Start("K-2", SampleAccount.Day(1, 1), point: "SP-2"));

        var outcome = desk.Take(
            Call("1", 7, 60m),
            Call("2", 7, 60m) with { ContractId = "K-1" },
            Call("3", 7, 60m) with { ContractId = "K-9" });

        Assert.Equal(
            ["usage-contract-unclear", "usage-contract-unclear"], outcome.Troubles.Select(one => one.Trouble.Code));
        Assert.Equal(1, outcome.RatedCount);
    }

    [Fact]
    public void A_record_that_is_neither_call_nor_event_is_told()
    {
        var outcome = new UsageDesk(Plain).Take(new UsageRecord("switch", "1"));

        Assert.Equal("usage-invalid", outcome.Troubles.Single().Trouble.Code);
    }

    [Fact]
    public void An_event_without_a_price_is_told()
    {
        var one = Event("1", 7, 1m);

        var outcome = new UsageDesk(Plain).Take(one with { Event = one.Event! with { Name = "other" } });

        Assert.Equal("unpriced-event", outcome.Troubles.Single().Trouble.Code);
    }

    [Fact]
    public void An_empty_batch_is_refused()
    {
        var desk = new UsageDesk(Plain);

        SampleAccount.AssertRefused(
            UsageRefusals.BatchSize, UsageRating.Decide(desk.Account, new UsageBatch([]), desk.Given()).Decision);
    }

    [Fact]
    public void A_closed_account_uses_nothing()
    {
        var desk = new UsageDesk(Plain, new AccountEvent.Closed(SampleAccount.Day(1, 5)));

        SampleAccount.AssertRefused(
            Refusals.AccountClosed,
            UsageRating.Decide(desk.Account, new UsageBatch([Call("1", 7, 60m)]), desk.Given()).Decision);
    }
}
