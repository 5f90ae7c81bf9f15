using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Disputes;

/// <summary>
/// The two events that end a dispute in the customer's favour: the decision, and the credit that follows from it. They
/// are two, so that a numbered document can take the place of the second one and leave the first as it is.
/// </summary>
internal static class DisputeCredit
{
    public static ImmutableArray<AccountEvent> Of(
        Account account, Dispute dispute, ResolveDispute resolved, DisputePolicy policy)
    {
        var isWhole = resolved.CreditMinor == dispute.AmountMinor;
        LocalDate? graceUntil = isWhole ? null : resolved.On.PlusDays(policy.GraceDays);
        var decided = new AccountEvent.DisputeDecided(
            dispute.Id,
            isWhole ? DisputeStage.Upheld : DisputeStage.PartlyUpheld,
            resolved.CreditMinor,
            resolved.RootCause,
            resolved.On,
            graceUntil);
        var credited = CreditOf(account, dispute, resolved);
        Invariant.Holds(
            credited.TotalMinor == resolved.CreditMinor && resolved.CreditMinor <= dispute.AmountMinor,
            "a dispute is never credited with more than was disputed");
        return [decided, credited];
    }

    // What was paid meanwhile cannot be taken off the item: it becomes a credit the customer has.
    private static AccountEvent.DisputeCredited CreditOf(Account account, Dispute dispute, ResolveDispute resolved)
    {
        var item = account.Item(dispute.ItemId);
        var taken = Math.Min(resolved.CreditMinor, Math.Max(0, item?.Open.Minor ?? 0));
        var rest = resolved.CreditMinor - taken;
        return new AccountEvent.DisputeCredited(
            dispute.Id,
            taken > 0 ? [ItemShare.Of(item!, new Money(taken, account.Currency))] : [],
            rest > 0 ? $"dispute.{dispute.Id}" : null,
            rest,
            resolved.On);
    }
}
