using System.Collections.Immutable;
using System.Text.Json.Serialization;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Tax;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Accounts;

/// <summary>What changes or gives up a claim by hand: credit memos, adjustments, write-offs, recoveries.</summary>
[JsonDerivedType(typeof(ItemAdjusted), "item-adjusted")]
[JsonDerivedType(typeof(ItemsWrittenOff), "items-written-off")]
[JsonDerivedType(typeof(WriteOffRecovered), "write-off-recovered")]
[JsonDerivedType(typeof(CreditMemoIssued), "credit-memo-issued")]
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

    /// <summary>
    /// An invoice was corrected by a credit memo; amounts are what it takes off. It settles what is open of the
    /// invoice first, and the rest is an item of its own. Where the invoice was cancelled, its contracts are billed
    /// again; where a dispute was upheld, it is named.
    /// </summary>
    public sealed record CreditMemoIssued(
        string MemoId,
        string CreditId,
        string InvoiceId,
        string Code,
        Period Period,
        LocalDate IssuedOn,
        long NetMinor,
        long TaxMinor,
        ImmutableArray<RevenueShare> Revenue,
        ImmutableArray<TaxShare> Taxes,
        ImmutableArray<LineCredited> Lines,
        ImmutableArray<LineTax> LineTaxes,
        ImmutableArray<ItemShare> Shares,
        InvoiceCancellation? Cancellation,
        string? DisputeId = null) : CreditEvent
    {
        /// <inheritdoc />
        public override string DocumentId => MemoId;

        /// <summary>
        /// The account on whose collective bill the invoice was, and the memo will be; null: it belongs to its own.
        /// </summary>
        public string? ParentId { get; init; }

        /// <summary>Net and taxes together.</summary>
        [JsonIgnore]
        public long TotalMinor => NetMinor + TaxMinor;

        /// <summary>What the invoice no longer owed, and is an item of its own.</summary>
        [JsonIgnore]
        public long RestMinor => TotalMinor - Shares.Sum(share => share.AmountMinor);
    }
}
