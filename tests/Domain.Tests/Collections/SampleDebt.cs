using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Collections;
using BillingActors.Domain.Primitives;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Collections;

/// <summary>Accounts that owe, policies, and money that arrives, for examples of disputes and collection.</summary>
internal static class SampleDebt
{
    /// <summary>Three levels with fees, 14 days apart, no interest, disconnection at level 2.</summary>
    public static DunningPolicy Policy { get; } = new(
        "standard",
        "",
        "",
        GraceDays: 3,
        MinimumMinor: 500,
        [
            new DunningLevel("reminder", 0, 10),
            new DunningLevel("warning", 14, 10, FeeMinor: 500),
            new DunningLevel("final-notice", 14, 7, FeeMinor: 1000, FeePercent: 1m, FeeMinorMax: 1500),
        ],
        QuietDays.None,
        null,
        new PromiseRule(30, 2),
        new PlanRule(12, 400, 5, 2),
        new DisconnectionRule(1000, 2, 10, 5, 60, 1, QuietDays.None, false, [], null, null, 2500));

    public static InterestRule Interest { get; } = new([new(new LocalDate(2020, 1, 1), 9m)], 365, 1, 1, 14);

    /// <summary>An account with a contract and some invoices, due on the days given.</summary>
    public static Account Owing(params ReadOnlySpan<(string Id, long Minor, LocalDate DueOn)> items)
    {
        var account = Open.After(Start("K-1", Day(1, 1)));
        foreach (var (id, minor, dueOn) in items)
            account = account.After(Invoice(id, minor, dueOn));
        return account;
    }

    public static AccountEvent.InvoiceIssued Invoice(string id, long minor, LocalDate dueOn) => new(
        id,
        null,
        new Period(dueOn.PlusDays(-44), dueOn.PlusDays(-14)),
        dueOn.PlusDays(-14),
        dueOn,
        minor,
        0,
        [new("flat", minor)],
        [],
        [],
        []);

    /// <summary>Takes an amount off an item, as a waiver of another area would: without cash.</summary>
    public static Account Less(this Account account, string itemId, long minor, LocalDate on) =>
        account.After(new AccountEvent.ChargeWaived(
            "w-" + itemId + on, "other", ItemShare.Of(account.Item(itemId)!, Eur(minor)), on));

    public static AccountEvent.CollectionBlockPlaced Block(BlockKind kind, LocalDate from, LocalDate? through = null) =>
        new("block-" + kind, kind, from, from, through);

    /// <summary>The account after letters on days, each of which must go out.</summary>
    public static Account Dunned(this Account account, params ReadOnlySpan<LocalDate> days)
    {
        foreach (var day in days)
        {
            var decision = DunningRun.Decide(account, Policy, day);
            Assert.Contains(decision.Events, happened => happened is AccountEvent.LetterSent);
            account = account.After(decision);
        }
        return account;
    }

    public static ImmutableArray<T> Of<T>(this Decision<AccountEvent> decision) => [.. decision.Events.OfType<T>()];
}
