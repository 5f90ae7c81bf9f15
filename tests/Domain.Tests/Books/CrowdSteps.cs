using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Collections;
using BillingActors.Domain.Disputes;
using BillingActors.Domain.Primitives;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;

namespace BillingActors.Domain.Tests.Books;

/// <summary>The same small thing again and again, until an account takes no more of it.</summary>
internal static class CrowdSteps
{
    private const int Count = DisputePolicy.RunningCountMax + 1;

    // A life that is full of disputes comes to little else, so a crowd comes to few lives.
    private const int Rarity = 23;

    /// <summary>The limits that only a crowd comes to.</summary>
    public static IEnumerable<string> ToReach =>
        new[]
        {
            DisputeRefusals.TooMany, DisputeRefusals.TooManyDocuments, CollectionRefusals.TooManyBlocks,
            ApprovalRefusals.TooManyDocuments,
        }
            .Select(refusal => refusal.Code);

    /// <summary>A crowd of disputes, documents or blocks; mostly nobody comes.</summary>
    public static IEnumerable<Func<Account, Decision<AccountEvent>>> Of(BooksStep step, LocalDate day) =>
        step.Amount % Rarity != 0
            ? []
            : Enumerable.Range(0, Count).Select<int, Func<Account, Decision<AccountEvent>>>(
                i => account => i <= RequestFiling.DocumentCountMax && !account.Requests.IsEmpty && step.Day % 2 == 0
                    ? Sheet(account.Requests[0], account, i)
                    : One(account, step, day, i));

    private static Decision<AccountEvent> Sheet(PendingAction waiting, Account account, int i) =>
        RequestFiling.Decide(
            account,
            new AccountEvent.ActionDocumentAdded(waiting.RequestId, $"sheet-{i}", waiting.On),
            Context(who: waiting.MakerId));

    private static Decision<AccountEvent> One(Account account, BooksStep step, LocalDate day, int i) =>
        step.Contract switch
        {
            0 => DisputeOpening.Decide(
                account,
                new OpenDispute(
                    $"small-{i}",
                    account.OpenItems.FirstOrDefault(item => item.Open.Minor > Count)?.Id ?? "none",
                    1,
                    "other",
                    "anna",
                    day,
                    null),
                DisputePolicy.Default),
            1 => DisputeFiling.Decide(
                account,
                new AccountEvent.DisputeDocumentAdded(
                    account.Disputes.FirstOrDefault()?.Id ?? "none", $"page-{i}", "letter", day)),
            _ => BlockPlacing.Decide(
                account,
                new AccountEvent.CollectionBlockPlaced($"block-{i}", BlockKind.Complaint, day, day, day),
                Context("need")),
        };
}
