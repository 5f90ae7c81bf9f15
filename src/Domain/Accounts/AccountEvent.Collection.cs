using System.Collections.Immutable;
using System.Text.Json.Serialization;
using BillingActors.Domain.Collections;
using NodaTime;

namespace BillingActors.Domain.Accounts;

[JsonDerivedType(typeof(CollectionProfileChanged), "collection-profile-changed")]
[JsonDerivedType(typeof(CollectionBlockPlaced), "collection-block-placed")]
[JsonDerivedType(typeof(CollectionBlockLifted), "collection-block-lifted")]
[JsonDerivedType(typeof(LetterSent), "letter-sent")]
[JsonDerivedType(typeof(FeeCharged), "fee-charged")]
[JsonDerivedType(typeof(InterestCharged), "interest-charged")]
[JsonDerivedType(typeof(ChargeWaived), "charge-waived")]
[JsonDerivedType(typeof(PromiseMade), "promise-made")]
[JsonDerivedType(typeof(PromiseKept), "promise-kept")]
[JsonDerivedType(typeof(PromiseBroken), "promise-broken")]
[JsonDerivedType(typeof(PromiseCancelled), "promise-cancelled")]
[JsonDerivedType(typeof(PlanAgreed), "plan-agreed")]
[JsonDerivedType(typeof(PlanKept), "plan-kept")]
[JsonDerivedType(typeof(PlanBroken), "plan-broken")]
[JsonDerivedType(typeof(PlanCancelled), "plan-cancelled")]
[JsonDerivedType(typeof(AgencyPlaced), "agency-placed")]
[JsonDerivedType(typeof(AgencyPlacementEnded), "agency-placement-ended")]
[JsonDerivedType(typeof(AgencyCommissionBooked), "agency-commission-booked")]
[JsonDerivedType(typeof(NoticeServed), "notice-served")]
[JsonDerivedType(typeof(ContactAttempted), "contact-attempted")]
[JsonDerivedType(typeof(ServiceOrdered), "service-ordered")]
[JsonDerivedType(typeof(ServiceOrderDone), "service-order-done")]
[JsonDerivedType(typeof(ServiceOrderCancelled), "service-order-cancelled")]
[JsonDerivedType(typeof(CollectionReviewed), "collection-reviewed")]
public abstract partial record AccountEvent
{
    /// <summary>Something that happened in the collection of what is overdue.</summary>
    public abstract record CollectionEvent : AccountEvent
    {
        private protected CollectionEvent()
        {
        }

        /// <summary>The day it happened on.</summary>
        public abstract LocalDate On { get; init; }
    }

    /// <summary>The account belongs to another segment or jurisdiction, which decide its dunning policy.</summary>
    public sealed record CollectionProfileChanged(
        string SegmentBefore, string Segment, string JurisdictionBefore, string Jurisdiction, LocalDate On)
        : CollectionEvent;

    /// <summary>Something stops collection, or parts of it, through a day; null: until it is lifted.</summary>
    public sealed record CollectionBlockPlaced(
        string BlockId, BlockKind BlockKind, LocalDate On, LocalDate From, LocalDate? Through) : CollectionEvent;

    /// <summary>A block was lifted before its end.</summary>
    public sealed record CollectionBlockLifted(string BlockId, LocalDate On) : CollectionEvent;

    /// <summary>One letter for everything that was due; the event says all that stands in it.</summary>
    public sealed record LetterSent(
        string LetterId,
        string PolicyId,
        int Level,
        string Letter,
        LocalDate On,
        LocalDate PayUntil,
        ImmutableArray<LetterItem> Items,
        long CreditMinor,
        long FeeMinor) : CollectionEvent;

    /// <summary>A fee is owed, as an item of its own.</summary>
    public sealed record FeeCharged(
        string ItemId, string FeeKind, long AmountMinor, LocalDate On, LocalDate DueOn, string? Cause)
        : CollectionEvent
    {
        /// <summary>The account on whose collective bill it comes; null: it is an item of its own account.</summary>
        public string? ParentId { get; init; }
    }

    /// <summary>Interest on what was paid late or is late is owed, as an item of its own.</summary>
    public sealed record InterestCharged(
        string ItemId, LocalDate On, LocalDate DueOn, int DayBasis, ImmutableArray<InterestLine> Lines)
        : CollectionEvent
    {
        /// <summary>The account on whose collective bill it comes; null: it is an item of its own account.</summary>
        public string? ParentId { get; init; }

        /// <summary>What it comes to.</summary>
        [JsonIgnore]
        public long TotalMinor => Lines.Sum(line => line.AmountMinor);
    }

    /// <summary>A fee or interest was waived, wholly or in part.</summary>
    public sealed record ChargeWaived(string WaiverId, string ChargeKind, ItemShare Share, LocalDate On)
        : CollectionEvent;

    /// <summary>Somebody promised to pay an amount until a day; without items it is about all that is due.</summary>
    public sealed record PromiseMade(
        string PromiseId,
        long AmountMinor,
        LocalDate On,
        LocalDate DueOn,
        string SaidBy,
        ImmutableArray<string> ItemIds) : CollectionEvent;

    /// <summary>What was promised arrived in time.</summary>
    public sealed record PromiseKept(string PromiseId, LocalDate On, long ReceivedMinor) : CollectionEvent;

    /// <summary>What was promised did not arrive in time, or only a part.</summary>
    public sealed record PromiseBroken(string PromiseId, LocalDate On, long ReceivedMinor, long ShortMinor)
        : CollectionEvent;

    /// <summary>A promise was taken back before its day.</summary>
    public sealed record PromiseCancelled(string PromiseId, LocalDate On) : CollectionEvent;

    /// <summary>Instalments take the place of the due dates of some items.</summary>
    public sealed record PlanAgreed(
        string PlanId,
        LocalDate On,
        int GraceDays,
        ImmutableArray<PlanItem> Items,
        ImmutableArray<Instalment> Instalments) : CollectionEvent;

    /// <summary>All instalments of a plan are paid.</summary>
    public sealed record PlanKept(string PlanId, LocalDate On) : CollectionEvent;

    /// <summary>An instalment was missed beyond its grace: all that is left is due at once.</summary>
    public sealed record PlanBroken(string PlanId, LocalDate On, long PaidMinor, long ShortMinor) : CollectionEvent;

    /// <summary>A plan was ended by hand; the items' own due dates count again.</summary>
    public sealed record PlanCancelled(string PlanId, LocalDate On) : CollectionEvent;

    /// <summary>An agency collects some items; nobody else duns them meanwhile.</summary>
    public sealed record AgencyPlaced(
        string PlacementId,
        string AgencyId,
        LocalDate On,
        decimal CommissionPercent,
        ImmutableArray<ItemShare> Items) : CollectionEvent;

    /// <summary>The items of a placement are with us again: we recalled them, or the agency gave them back.</summary>
    public sealed record AgencyPlacementEnded(string PlacementId, PlacementStatus Status, LocalDate On)
        : CollectionEvent;

    /// <summary>The agency kept its commission of what it collected; the customer is credited in full.</summary>
    public sealed record AgencyCommissionBooked(
        string PlacementId, string CommissionId, long CollectedMinor, long CommissionMinor, LocalDate On)
        : CollectionEvent;

    /// <summary>The legal notice before a disconnection was served; the waiting period begins.</summary>
    public sealed record NoticeServed(
        string NoticeId, string ContractId, NoticeDelivery Delivery, LocalDate On) : CollectionEvent;

    /// <summary>Somebody tried to reach the customer.</summary>
    public sealed record ContactAttempted(string ContactId, string Channel, LocalDate On) : CollectionEvent;

    /// <summary>A service point is to be disconnected or reconnected.</summary>
    public sealed record ServiceOrdered(
        string OrderId, ServiceOrderKind OrderKind, string ContractId, string ServicePointId, LocalDate On)
        : CollectionEvent;

    /// <summary>The field did what was ordered.</summary>
    public sealed record ServiceOrderDone(string OrderId, LocalDate On) : CollectionEvent;

    /// <summary>An order was taken back before it was carried out; the causes are codes.</summary>
    public sealed record ServiceOrderCancelled(string OrderId, LocalDate On, ImmutableArray<string> Causes)
        : CollectionEvent;

    /// <summary>
    /// Everything that was due on a day is done; the next look is on a later day, or when something happens. Where late
    /// payment bears no interest, its days are no longer kept.
    /// </summary>
    public sealed record CollectionReviewed(LocalDate On, LocalDate? NextOn, bool BearsInterest) : CollectionEvent;
}
