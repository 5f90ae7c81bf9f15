using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Disputes;

/// <summary>
/// The two events that end a dispute in the customer's favour: the decision, and the credit that follows from it. An
/// invoice is corrected by a credit memo; what is no invoice, such as a fee, is given up.
/// </summary>
internal static class DisputeCredit
{
    /// <summary>Id of what a dispute gives back, and of the request for it.</summary>
    public static string IdOf(string disputeId) => $"dispute.{disputeId}";

    public static Decision<AccountEvent> Of(Account account, Dispute dispute, ResolveDispute resolved)
    {
        if (resolved.Invoice is { } invoice && DisputeMemo.Impossible(account, dispute, resolved, invoice) is { } no)
            return no;
        var isWhole = resolved.CreditMinor == dispute.AmountMinor;
        var decided = new AccountEvent.DisputeDecided(
            dispute.Id,
            isWhole ? DisputeStage.Upheld : DisputeStage.PartlyUpheld,
            resolved.CreditMinor,
            resolved.RootCause,
            resolved.On,
            isWhole ? null : resolved.On.PlusDays(resolved.GraceDays));
        ImmutableArray<AccountEvent> events =
        [
            decided,
            resolved.Invoice is { } corrected
                ? DisputeMemo.Of(account, dispute, resolved, corrected)
                : GivenUp(account, dispute, resolved),
        ];
        Invariant.Holds(
            CreditedOf(events[1]) == resolved.CreditMinor && resolved.CreditMinor <= dispute.AmountMinor,
            "a dispute is never credited with more than was disputed");
        return events;
    }

    // What was paid meanwhile cannot be taken off the item: it becomes a credit the customer has.
    private static AccountEvent.DisputeCredited GivenUp(Account account, Dispute dispute, ResolveDispute resolved)
    {
        var item = account.Item(dispute.ItemId);
        var taken = Math.Min(resolved.CreditMinor, Math.Max(0, item?.Open.Minor ?? 0));
        var rest = resolved.CreditMinor - taken;
        return new AccountEvent.DisputeCredited(
            dispute.Id,
            taken > 0 ? [ItemShare.Of(item!, new Money(taken, account.Currency))] : [],
            rest > 0 ? IdOf(dispute.Id) : null,
            rest,
            resolved.CreditOn ?? resolved.On);
    }

    private static long CreditedOf(AccountEvent happened) => happened switch
    {
        AccountEvent.DisputeCredited e => e.TotalMinor,
        AccountEvent.CreditMemoIssued e => e.TotalMinor,
        _ => 0,
    };
}
