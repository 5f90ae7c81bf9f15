using BillingActors.Domain.Accounts;
using BillingActors.Domain.Collectives;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Primitives;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;

namespace BillingActors.Domain.Tests.Books;

/// <summary>Parents and children in a random life, and what must hold of them at any time.</summary>
internal static class CollectiveSteps
{
    private static readonly Account Payer = Open.After(CollectiveStart.Decide(Open, 15, Day(1, 1)));

    /// <summary>Every event of the room, and every refusal that well-formed commands come to.</summary>
    public static IEnumerable<string> ToReach =>
    [
        .. typeof(AccountEvent).GetNestedTypes()
            .Where(type => type.IsSubclassOf(typeof(AccountEvent.CollectiveEvent)))
            .Select(type => type.Name),
        .. new[]
        {
            CollectiveRefusals.BillDayInvalid, CollectiveRefusals.ParentUnknown,
            CollectiveRefusals.ParentNotCollecting, CollectiveRefusals.HierarchyTooDeep,
            CollectiveRefusals.ParentExists, CollectiveRefusals.PaidByParent, CollectiveRefusals.CollectiveEnded,
            CollectiveRefusals.CollectiveEnding, CollectiveRefusals.SuccessorInvalid,
        }.Select(refusal => refusal.Code),
    ];

    public static Func<Account, Decision<AccountEvent>> Of(BooksStep step, LocalDate day) =>
        (Math.Abs(step.Amount) % 11) switch
        {
            0 => a => CollectiveStart.Decide(a, step.Day % 30, day),
            1 => a => ParentJoining.Decide(a, ParentOf(step), $"P-{step.Contract % 2}", day),
            2 or 3 => a => ParentLeaving.Decide(a, day),
            4 or 5 => a => ChildBillTaking.Decide(
                a, [Waiting(step, 0), Waiting(step, 1)], a.Collective?.TakenCount ?? 0, day),
            6 or 9 => a => CollectiveEnding.Decide(a, SuccessorOf(step), "A-1", day),
            7 => a => CollectiveEnding.Empty(a, day),
            8 => a => ParentFollowing.Decide(a, $"P-{step.Contract % 2}", SuccessorOf(step), day),
            _ => a => CollectiveBilling.Decide(a, day),
        };

    /// <summary>What is in transit is what went out to a parent less what came in from children.</summary>
    public static void Check(Account account, IReadOnlyList<AccountEvent> events, BookedSums booked)
    {
        var sent = events.Sum(happened => happened switch
        {
            AccountEvent.InvoiceIssued { ParentId: not null } e => e.NetMinor + e.TaxMinor,
            AccountEvent.CreditMemoIssued { ParentId: not null } e => -e.TotalMinor,
            AccountEvent.FeeCharged { ParentId: not null } e => e.AmountMinor,
            AccountEvent.ReturnFeeCharged { ParentId: not null } e => e.AmountMinor,
            AccountEvent.InterestCharged { ParentId: not null } e => e.TotalMinor,
            _ => 0L,
        });
        var lines = events.OfType<AccountEvent.ChildBillsTaken>().SelectMany(e => e.Lines).ToList();
        var waits = account.Collective is { } position ? position.NetMinor + position.TaxMinor : 0;
        Assert.Equal(
            sent - lines.Sum(line => line.NetMinor + line.TaxMinor) + waits,
            booked.Of("bills-in-transit"));
        Assert.Equal(lines.Count, account.Collective?.TakenCount ?? 0);
        Assert.True(account.Collective is null || account.ParentId is null, "a parent has a parent");
    }

    public static string Describe(Account account) => account.Collective is { } position
        ? $"{position.BillDay} {position.NextOn} {position.End} {position.TakenCount} {position.LineCount} "
            + $"{position.NetMinor} "
            + $"{string.Join(',', position.Taxes)} {string.Join(',', position.Bills)}"
        : $"paid by {account.ParentId}";

    private static (string Id, Account State)? SuccessorOf(BooksStep step) =>
        step.Contract == 0 ? null : (step.Day % 5 == 0 ? "A-1" : "P-1", ParentOf(step));

    private static Account ParentOf(BooksStep step) => (step.Day % 4) switch
    {
        0 => Account.None,
        1 => Open,
        _ => Payer,
    };

    private static WaitingBill Waiting(BooksStep step, int child) => new(
        new ChildBill($"A-{child}", step.Day, "INV-00000009", step.Amount, step.Amount / 5),
        [new TaxShare("VAT", 20m, step.Amount, step.Amount / 5)]);
}
