using BillingActors.Domain.Accounts;
using BillingActors.Domain.Charging;
using BillingActors.Domain.Tests.Accounts;
using static BillingActors.Domain.Tests.Charging.GivenUsage;

namespace BillingActors.Domain.Tests.Charging;

public sealed class SpendingCapTests
{
    private static readonly SpendingCap Cap = new("", 100, SpendingCapPolicy.Notify, SpendingCap.UsualPercents);

    [Fact]
    public void A_cap_is_set_once() => SampleAccount.AssertOnce<AccountEvent.SpendingCapSet>(
        new UsageDesk(Plain).Account, account => SpendingCapSetting.Decide(account, Cap));

    [Fact]
    public void Each_threshold_of_a_cap_is_told_once_between_two_bills()
    {
        var desk = new UsageDesk(Plain, new AccountEvent.SpendingCapSet(Cap));

        Assert.Empty(Percents(desk.Take(Call("1", 7, 290m))));
        Assert.Equal([50, 80], Percents(desk.Take(Call("2", 7, 200m))));
        Assert.Equal([100], Percents(desk.Take(Call("3", 7, 200m))));
        Assert.Empty(Percents(desk.Take(Call("4", 7, 200m))));
        desk.Bill(February);
        Assert.Equal([50], Percents(desk.Take(Call("5", 7, 300m, month: 2))));
    }

    [Fact]
    public void Each_threshold_of_an_allowance_is_told_once()
    {
        var desk = new UsageDesk(Tariff);

        Assert.Empty(Percents(desk.Take(Call("1", 7, 299m))));
        Assert.Equal([50], Percents(desk.Take(Call("2", 7, 1m))));
        Assert.Equal([80, 100], Percents(desk.Take(Call("3", 7, 400m))));
        Assert.Empty(Percents(desk.Take(Call("4", 7, 400m))));
    }

    [Fact]
    public void Wrong_caps_are_refused()
    {
        var account = new UsageDesk(Plain).Account;

        SampleAccount.AssertRefused(
            Refusals.ContractUnknown, SpendingCapSetting.Decide(account, Cap with { ContractId = "K-9" }));
        SampleAccount.AssertRefused(
            UsageRefusals.AmountNotPositive, SpendingCapSetting.Decide(account, Cap with { AmountMinor = 0 }));
        SampleAccount.AssertRefused(
            Refusals.AmountTooLarge, SpendingCapSetting.Decide(account, Cap with { AmountMinor = long.MaxValue }));
        SampleAccount.AssertRefused(
            UsageRefusals.PercentsInvalid, SpendingCapSetting.Decide(account, Cap with { Percents = [80, 50] }));
        SampleAccount.AssertRefused(UsageRefusals.CapUnknown, SpendingCapSetting.Remove(account, ""));
        Assert.IsType<AccountEvent.SpendingCapRemoved>(
            Assert.Single(SpendingCapSetting.Remove(account.After(new AccountEvent.SpendingCapSet(Cap)), "").Events));
    }

    private static IEnumerable<int> Percents(UsageOutcome outcome) => outcome.Decision.Events
        .OfType<AccountEvent.UsageThresholdPassed>()
        .Select(passed => passed.Threshold.Percent);
}
