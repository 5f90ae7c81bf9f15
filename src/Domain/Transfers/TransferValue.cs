using System.Collections.Immutable;
using BillingActors.Domain.Accounts;

namespace BillingActors.Domain.Transfers;

/// <summary>What a transfer moves, all of it known at both ends: whole open items, and money.</summary>
/// <param name="Items">Open items of the sender; negative for credits.</param>
/// <param name="Cash">Money of the sender's receipts.</param>
public sealed record TransferValue(ImmutableArray<ItemShare> Items, ImmutableArray<CashShare> Cash)
{
    /// <summary>What is owed of the items, credits taken off.</summary>
    public long ItemsMinor => Items.Sum(item => item.AmountMinor);

    /// <summary>The money.</summary>
    public long CashMinor => Cash.Sum(cash => cash.AmountMinor);

    /// <summary>What is in transit: by so much the sender owes less and the receiver more.</summary>
    public long NetMinor => ItemsMinor - CashMinor;

    /// <summary>What is moved in all, whichever way it counts.</summary>
    public long EffectMinor => Items.Sum(item => Math.Abs(item.AmountMinor)) + CashMinor;

    /// <summary>Whether there is nothing to move.</summary>
    public bool IsEmpty => Items.IsEmpty && Cash.IsEmpty;

    /// <summary>Whether two values are the same, item by item.</summary>
    public bool Matches(TransferValue other) =>
        Items.SequenceEqual(other.Items) && Cash.SequenceEqual(other.Cash);
}
