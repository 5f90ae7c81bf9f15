using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Disputes;
using BillingActors.Domain.Primitives;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;

namespace BillingActors.Domain.Tests.Books;

/// <summary>What random lives object to, what becomes of it, and what must hold of it at any time.</summary>
internal static class DisputeSteps
{
    private static readonly DisputePolicy Policy = DisputePolicy.Default;

    /// <summary>
    /// Every event of the room that is still made, and the refusals that a life of well-formed commands comes to.
    /// </summary>
    public static IEnumerable<string> ToReach =>
    [
        .. typeof(AccountEvent).GetNestedTypes()
            .Where(type => type.IsSubclassOf(typeof(AccountEvent.DisputeEvent)))
            .Except(OutdatedEvents.All)
            .Select(type => type.Name),
        .. new[]
        {
            DisputeRefusals.ItemUnknown, DisputeRefusals.DisputeUnknown, DisputeRefusals.DisputeExists,
            DisputeRefusals.ReasonUnknown, DisputeRefusals.NoteUnknown, DisputeRefusals.AmountNotPositive,
            DisputeRefusals.ExceedsItem(0), DisputeRefusals.ExceedsLine(0), DisputeRefusals.CreditExceedsDispute(0),
            DisputeRefusals.WrongStage(DisputeStage.Closed), DisputeRefusals.DocumentExists, Refusals.DateNotAllowed,
        }.Select(refusal => refusal.Code),
    ];

    public static Func<Account, Decision<AccountEvent>> Of(
        BooksStep step, LocalDate day, ImmutableArray<IssuedBill> bills) => account =>
    {
        var running = account.Disputes.FirstOrDefault(dispute => dispute.IsRunning);
        var id = running?.Id ?? $"D-{step.Day % 12}";
        var any = account.Disputes.IsEmpty ? "none" : account.Disputes[step.Day % account.Disputes.Length].Id;
        return (Math.Abs(step.Amount) % 10) switch
        {
            1 or 2 => DisputeResolution.Decide(account, Resolving(running, step, day, bills), Context("as seen")),
            3 => DisputeWithdrawal.Decide(account, step.Contract == 0 ? any : id, day.PlusDays(20), Policy),
            4 or 5 => DisputeMoving.Decide(account, Moved(step, step.Contract == 2 ? id : any, day), Policy),
            6 => DisputeAssigning.Decide(
                account,
                DisputeAssigning.Wanted(id, $"owner-{step.Day % 2}", day.PlusDays((step.Contract * 9) - 5), day)),
            7 => DisputeFiling.Decide(
                account, new AccountEvent.DisputeDocumentAdded(
                    any, $"file-{step.Day % 20}", step.Contract == 0 ? "photo" : "letter", day)),
            _ => DisputeOpening.Decide(account, Opened(account, step, day), Policy),
        };
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
    }

    public static string Describe(Account account) => string.Join('\n', account.Disputes.Select(dispute =>
        $"{dispute.Id} {dispute.Stage} {dispute.CreditMinor} {dispute.DueOn} {dispute.Owner} {dispute.NoteCode} "
        + $"{dispute.Documents.Length}"));

    /// <summary>What somebody decides about a dispute; one of an invoice is credited by a memo.</summary>
    public static ResolveDispute Resolving(
        Dispute? running, BooksStep step, LocalDate day, ImmutableArray<IssuedBill> bills) => new(
            running?.Id ?? "none",
            step.Day % 9 == 0
                ? (running?.AmountMinor ?? 0) + 1
                : Math.Abs(step.Amount) % ((running?.AmountMinor ?? 0) + 2),
            "rating",
            running is null ? day : LocalDate.Max(day, running.OpenedOn))
        {
            GraceDays = Policy.GraceDays,
            Invoice = bills.FirstOrDefault(bill => bill.Document.InvoiceId == running?.ItemId)?.Creditable,
        };

    // A dispute of one line says what that line comes to; here that is a little.
    private static OpenDispute Opened(Account account, BooksStep step, LocalDate day)
    {
        var item = account.OpenItems.IsEmpty ? null : account.OpenItems[step.Day % account.OpenItems.Length];
        return new OpenDispute(
            $"D-{step.Day % 12}",
            item?.Id ?? "none",
            step.Contract == 0 ? null : step.Amount % 7 == 0 ? 0 : Math.Abs(step.Amount % 1500) + 1,
            step.Amount % 9 == 0 ? "weather" : "price",
            "anna",
            day,
            null)
        {
            Line = step.Contract == 2 ? new DisputedLine(1, 700) : null,
        };
    }

    private static MoveDispute Moved(BooksStep step, string id, LocalDate day) => new(
        id,
        (step.Day % 3) switch
        {
            0 => DisputeStage.InReview,
            1 => DisputeStage.Waiting,
            _ => DisputeStage.Closed,
        },
        (step.Day % 5) switch
        {
            0 => "shouted",
            1 => "asked-metering",
            _ => null,
        },
        day.PlusDays(20));

    private static (string? DisputeId, long Minor) CreditOf(AccountEvent happened) => happened switch
    {
        AccountEvent.DisputeCredited e => (e.DisputeId, e.TotalMinor),
        AccountEvent.CreditMemoIssued e => (e.DisputeId, e.TotalMinor),
        _ => (null, 0),
    };
}
