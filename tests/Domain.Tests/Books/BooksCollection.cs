using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Collections;
using BillingActors.Domain.Disputes;
using BillingActors.Domain.Primitives;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Collections.SampleDebt;

namespace BillingActors.Domain.Tests.Books;

/// <summary>Disputes and collection in a random life: their commands and what must hold of them at any time.</summary>
internal static class BooksCollection
{
    private static readonly DunningPolicy Dunning = Policy with { Interest = Interest };

    /// <summary>Events that random lives must reach.</summary>
    public static HashSet<string> KindsReached { get; } =
    [
        nameof(AccountEvent.DisputeOpened),
        nameof(AccountEvent.DisputeDecided),
        nameof(AccountEvent.DisputeCredited),
        nameof(AccountEvent.DisputeWithdrawn),
        nameof(AccountEvent.DisputeEscalated),
        nameof(AccountEvent.LetterSent),
        nameof(AccountEvent.FeeCharged),
        nameof(AccountEvent.InterestCharged),
        nameof(AccountEvent.ChargeWaived),
        nameof(AccountEvent.PromiseMade),
        nameof(AccountEvent.PromiseBroken),
        nameof(AccountEvent.PlanAgreed),
        nameof(AccountEvent.PlanBroken),
        nameof(AccountEvent.CollectionBlockPlaced),
        nameof(AccountEvent.CollectionReviewed),
    ];

    public static Func<Account, Decision<AccountEvent>> CommandOf(
        BooksStep step, LocalDate day, int count, ImmutableArray<IssuedBill> bills) =>
        step.Kind switch
        {
            BooksStepKind.Dispute => account => Dispute(account, step, (day, count), bills),
            BooksStepKind.Collect => account => CollectionReview.Decide(
                account,
                new ReviewPolicies(Dunning, DisputePolicy.Default, DepositSteps.Policy),
                day.PlusDays(step.Contract * 40)),
            _ => account => Arrange(account, step, (day, count)),
        };

    public static void Check(Account account, IReadOnlyList<AccountEvent> events)
    {
        Assert.All(account.Disputes, dispute => Assert.InRange(dispute.CreditMinor, 0, dispute.AmountMinor));
        foreach (var credits in events.Select(CreditOf).Where(one => one.DisputeId is not null)
            .GroupBy(one => one.DisputeId!, StringComparer.Ordinal))
        {
            Assert.Equal(account.Dispute(credits.Key)!.CreditMinor, Assert.Single(credits).Minor);
        }
        Assert.All(account.OpenItems, item =>
            Assert.InRange(account.DisputedOf(item.Id).Minor, 0, Math.Max(0, item.Open.Minor)));
        Assert.All(
            events.OfType<AccountEvent.LetterSent>().SelectMany(letter => letter.Items),
            item => Assert.InRange(item.Level - item.LevelBefore, 0, 1));
        Assert.All(account.Collected.Plans, plan =>
            Assert.Equal(plan.TotalMinor, plan.Instalments.Sum(part => part.AmountMinor)));
    }

    /// <summary>What somebody decides about a dispute; one of an invoice is credited by a memo.</summary>
    public static ResolveDispute Resolving(
        Dispute? running, BooksStep step, LocalDate day, ImmutableArray<IssuedBill> bills) => new(
            running?.Id ?? "none",
            Math.Abs(step.Amount) % ((running?.AmountMinor ?? 0) + 2),
            "rating",
            running is null ? day : LocalDate.Max(day, running.OpenedOn))
        {
            GraceDays = DisputePolicy.Default.GraceDays,
            Invoice = bills.FirstOrDefault(bill => bill.Document.InvoiceId == running?.ItemId)?.Creditable,
        };

    private static (string? DisputeId, long Minor) CreditOf(AccountEvent happened) => happened switch
    {
        AccountEvent.DisputeCredited e => (e.DisputeId, e.TotalMinor),
        AccountEvent.CreditMemoIssued e => (e.DisputeId, e.TotalMinor),
        _ => (null, 0),
    };

    private static Decision<AccountEvent> Dispute(
        Account account, BooksStep step, (LocalDate Day, int Count) now, ImmutableArray<IssuedBill> bills)
    {
        var running = account.Disputes.FirstOrDefault(dispute => dispute.IsRunning);
        var policy = DisputePolicy.Default;
        var on = running is null ? now.Day : LocalDate.Max(now.Day, running.OpenedOn);
        return (Math.Abs(step.Amount) % 4, running) switch
        {
            (1 or 2, { } dispute) => DisputeResolution.Decide(
                account, Resolving(dispute, step, now.Day, bills), Context("as seen")),
            (3, { } dispute) => DisputeWithdrawal.Decide(account, dispute.Id, on, policy),
            _ => DisputeOpening.Decide(
                account,
                new OpenDispute(
                    $"D-{now.Count}",
                    account.OpenItems.IsEmpty
                        ? "none"
                        : account.OpenItems[step.Day % account.OpenItems.Length].Id,
                    Math.Abs(step.Amount) + 1,
                    "price",
                    "anna",
                    now.Day,
                    null),
                policy),
        };
    }

    private static Decision<AccountEvent> Arrange(Account account, BooksStep step, (LocalDate Day, int Count) now)
    {
        var (id, day) = ($"X-{now.Count}", now.Day);
        var charge = account.OpenItems.LastOrDefault(item => item.Kind is ItemKind.Fee or ItemKind.Interest)?.Id;
        return (Math.Abs(step.Amount) % 4) switch
        {
            0 => PromiseMaking.Decide(
                account,
                new AccountEvent.PromiseMade(id, Math.Abs(step.Amount) + 1, day, day.PlusDays(7), "customer", []),
                Dunning.Promises),
            1 => PlanAgreement.Decide(
                account,
                new AgreePlan(id, day, [], [day.PlusDays(10), day.PlusDays(40)], null),
                Dunning.Plans),
            2 => ChargeWaiving.Decide(
                account,
                new WaiveCharge(id, charge ?? "none", step.Contract == 0 ? 1 : null, day.PlusDays(200)),
                Context("goodwill")),
            _ => BlockPlacing.Decide(
                account,
                new AccountEvent.CollectionBlockPlaced(id, BlockKind.Hardship, day, day, day.PlusDays(5)),
                Context("need")),
        };
    }
}
