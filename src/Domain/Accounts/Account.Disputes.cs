using System.Collections.Immutable;
using BillingActors.Domain.Disputes;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Accounts;

/// <summary>Disputes: only the part that is disputed leaves dunning, interest and automatic application.</summary>
public sealed partial record Account
{
    /// <summary>Its disputes, in the order they were opened.</summary>
    public ImmutableArray<Dispute> Disputes { get; init; } = [];

    /// <summary>The dispute with the id, or null.</summary>
    public Dispute? Dispute(string disputeId) => Disputes.FirstOrDefault(dispute => dispute.Id == disputeId);

    /// <summary>How much of an item is disputed and not decided; never more than is open of it.</summary>
    public Money DisputedOf(string itemId) =>
        Capped(itemId, Disputes.Where(dispute => dispute.IsRunning && dispute.ItemId == itemId));

    /// <summary>
    /// How much of an item is not dunned on a day: what is disputed, and what was rejected and has its grace.
    /// </summary>
    public Money HeldOf(string itemId, LocalDate on) => Capped(
        itemId,
        Disputes.Where(dispute => dispute.ItemId == itemId && (dispute.IsRunning || dispute.GraceUntil >= on)));

    private Money Capped(string itemId, IEnumerable<Dispute> disputes)
    {
        var open = Item(itemId)?.Open ?? Money.Zero(Currency);
        var held = new Money(disputes.Sum(dispute => dispute.AmountMinor - dispute.CreditMinor), Currency);
        return Money.Min(held, open.Minor > 0 ? open : Money.Zero(Currency));
    }
}
