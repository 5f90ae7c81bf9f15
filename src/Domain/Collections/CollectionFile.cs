using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>What collection keeps of an account: levels, blocks, arrangements, orders and interest.</summary>
public sealed record CollectionFile
{
    /// <summary>How many of what is over are kept at hand; older ones are in the events.</summary>
    public const int PastCountMax = 24;

    /// <summary>The file before anything was kept.</summary>
    public static CollectionFile None { get; } = new();

    /// <summary>Segment of the customer, such as "residential"; empty: any.</summary>
    public string Segment { get; init; } = "";

    /// <summary>Jurisdiction of the supply, such as "US-IL"; empty: any.</summary>
    public string Jurisdiction { get; init; } = "";

    /// <summary>Items that were in a letter.</summary>
    public ImmutableArray<DunnedItem> Dunned { get; init; } = [];

    /// <summary>The newest letters, oldest first.</summary>
    public ImmutableArray<SentLetter> Letters { get; init; } = [];

    /// <summary>Blocks that were not lifted.</summary>
    public ImmutableArray<CollectionBlock> Blocks { get; init; } = [];

    /// <summary>Promises to pay, oldest first.</summary>
    public ImmutableArray<PaymentPromise> Promises { get; init; } = [];

    /// <summary>Payment plans, oldest first.</summary>
    public ImmutableArray<PaymentPlan> Plans { get; init; } = [];

    /// <summary>Placements with agencies, oldest first.</summary>
    public ImmutableArray<AgencyPlacement> Placements { get; init; } = [];

    /// <summary>Notices before a disconnection, oldest first.</summary>
    public ImmutableArray<ServedNotice> Notices { get; init; } = [];

    /// <summary>Attempts to reach the customer, oldest first.</summary>
    public ImmutableArray<ContactAttempt> Contacts { get; init; } = [];

    /// <summary>Orders to the field, oldest first.</summary>
    public ImmutableArray<ServiceOrder> Orders { get; init; } = [];

    /// <summary>Fees and interest that were charged.</summary>
    public ImmutableArray<ChargedFee> Charges { get; init; } = [];

    /// <summary>Interest that is counted and not charged.</summary>
    public ImmutableArray<InterestTrack> Interest { get; init; } = [];

    /// <summary>When interest was charged last.</summary>
    public LocalDate? InterestOn { get; init; }

    /// <summary>The level of the item, or null before its first letter.</summary>
    public DunnedItem? DunnedItem(string itemId) => Dunned.FirstOrDefault(dunned => dunned.ItemId == itemId);

    /// <summary>The promise with the id, or null.</summary>
    public PaymentPromise? Promise(string promiseId) => Promises.FirstOrDefault(promise => promise.Id == promiseId);

    /// <summary>The plan with the id, or null.</summary>
    public PaymentPlan? Plan(string planId) => Plans.FirstOrDefault(plan => plan.Id == planId);

    /// <summary>The placement with the id, or null.</summary>
    public AgencyPlacement? Placement(string placementId) =>
        Placements.FirstOrDefault(placement => placement.Id == placementId);

    /// <summary>The order with the id, or null.</summary>
    public ServiceOrder? Order(string orderId) => Orders.FirstOrDefault(order => order.Id == orderId);

    /// <summary>The fee or interest that made an item, or null.</summary>
    public ChargedFee? Charge(string itemId) => Charges.FirstOrDefault(charge => charge.ItemId == itemId);

    /// <summary>Whether an item is in a running plan.</summary>
    public bool IsPlanned(string itemId) => Plans.Any(plan => plan.IsRunning && plan.Covers(itemId));

    /// <summary>Whether an item is with an agency.</summary>
    public bool IsPlaced(string itemId) => Placements.Any(placement => placement.IsRunning && placement.Covers(itemId));

    /// <summary>Whether an item is promised to be paid.</summary>
    public bool IsPromised(string itemId) => Promises.Any(promise => promise.IsOpen && promise.Covers(itemId));

    /// <summary>The newest order of a contract that was not taken back, or null.</summary>
    public ServiceOrder? LastOrder(string contractId) => Orders.LastOrDefault(
        order => order.ContractId == contractId && order.Status != ServiceOrderStatus.Cancelled);

    /// <summary>The file with another level of an item.</summary>
    internal CollectionFile WithLevel(DunnedItem dunned) => this with
    {
        Dunned = [.. Dunned.Where(other => other.ItemId != dunned.ItemId), dunned],
    };
}
