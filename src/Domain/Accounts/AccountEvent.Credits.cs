using System.Collections.Immutable;
using System.Text.Json.Serialization;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Invoicing;
using NodaTime;

namespace BillingActors.Domain.Accounts;

/// <summary>What changes or gives up a claim by hand: adjustments, write-offs, recoveries.</summary>
[JsonDerivedType(typeof(ItemAdjusted), "item-adjusted")]
[JsonDerivedType(typeof(ItemsWrittenOff), "items-written-off")]
[JsonDerivedType(typeof(WriteOffRecovered), "write-off-recovered")]
public abstract partial record AccountEvent
{
    /// <summary>An event of the credits.</summary>
    public abstract record CreditEvent : AccountEvent
    {
        private protected CreditEvent()
        {
        }
    }

    /// <summary>What is owed of an item was lowered without correcting the bill.</summary>
    public sealed record ItemAdjusted(
        string AdjustmentId, AdjustmentKind AdjustmentKind, string Code, LocalDate On, ItemShare Share) : CreditEvent;

    /// <summary>
    /// Right claims were given up; the tax in them comes back, as far as the law lets it, in the amounts given.
    /// </summary>
    public sealed record ItemsWrittenOff(
        string WriteOffId,
        WriteOffKind WriteOffKind,
        string Code,
        LocalDate On,
        ImmutableArray<ItemShare> Shares,
        ImmutableArray<TaxShare> TaxRelief) : CreditEvent;

    /// <summary>Claims that were written off stand again, in part or whole, and so does their tax.</summary>
    public sealed record WriteOffRecovered(
        string RecoveryId,
        string WriteOffId,
        LocalDate On,
        ImmutableArray<ItemShare> Shares,
        ImmutableArray<TaxShare> TaxDue) : CreditEvent;
}
