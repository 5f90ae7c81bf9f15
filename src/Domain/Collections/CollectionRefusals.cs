using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Collections;

/// <summary>Every "no" of collection.</summary>
public static class CollectionRefusals
{
    /// <summary>The item is not open.</summary>
    public static Refusal ItemUnknown { get; } = new("item-unknown", "The account has no such open item.");

    /// <summary>An amount of nothing or less.</summary>
    public static Refusal AmountNotPositive { get; } = new("amount-not-positive", "The amount must be above zero.");

    /// <summary>The id was used for something else.</summary>
    public static Refusal IdTaken { get; } =
        new("id-taken", "The account has something of this id with another content.");

    /// <summary>The account has as many blocks as it may have.</summary>
    public static Refusal TooManyBlocks { get; } =
        new("too-many-blocks", $"An account has at most {BlockPlacing.CountMax} blocks.");

    /// <summary>There is no such block.</summary>
    public static Refusal BlockUnknown { get; } = new("block-unknown", "The account has no such block.");

    /// <summary>The item is neither fee nor interest.</summary>
    public static Refusal NotWaivable { get; } =
        new("not-waivable", "Only fees and interest can be waived; bills are corrected by credit memos.");

    /// <summary>More would be waived than is open.</summary>
    public static Refusal ExceedsOpen(long openMinor) =>
        new("exceeds-open", $"Only {openMinor} minor units are open.");

    /// <summary>There is no such promise.</summary>
    public static Refusal PromiseUnknown { get; } = new("promise-unknown", "The account has no such promise.");

    /// <summary>Another promise runs.</summary>
    public static Refusal PromiseRunning { get; } =
        new("promise-running", "Another promise of the account runs.");

    /// <summary>Too many promises were broken.</summary>
    public static Refusal TooManyBroken(int countMax) =>
        new("too-many-broken-promises", $"After {countMax} broken promises within a year no further one is taken.");

    /// <summary>A promise or plan reaches too far.</summary>
    public static Refusal TooFarAhead(int daysMax) =>
        new("too-far-ahead", $"At most {daysMax} days ahead are allowed.");

    /// <summary>It is over already.</summary>
    public static Refusal AlreadyEnded { get; } = new("already-ended", "It has ended and cannot be changed.");

    /// <summary>There is no such plan.</summary>
    public static Refusal PlanUnknown { get; } = new("plan-unknown", "The account has no such payment plan.");

    /// <summary>A plan runs.</summary>
    public static Refusal PlanRunning { get; } =
        new("plan-running", "The account has a payment plan that runs.");

    /// <summary>Too many plans within a year.</summary>
    public static Refusal TooManyPlans(int countMax) =>
        new("too-many-plans", $"At most {countMax} payment plans are agreed within a year.");

    /// <summary>The instalments do not fit.</summary>
    public static Refusal InstalmentsInvalid(string rule) => new("instalments-invalid", rule);

    /// <summary>An item is disputed.</summary>
    public static Refusal ItemDisputed { get; } =
        new("item-disputed", "A part of the item is in dispute; that must be decided first.");

    /// <summary>An item is with an agency or in a plan.</summary>
    public static Refusal ItemElsewhere { get; } =
        new("item-elsewhere", "The item is with an agency, in a payment plan, or promised to be paid.");

    /// <summary>An item is not overdue.</summary>
    public static Refusal NotOverdue { get; } = new("not-overdue", "The item is not overdue.");

    /// <summary>The account is blocked.</summary>
    public static Refusal Blocked { get; } = new("collection-blocked", "A block stops the collection of this account.");

    /// <summary>There is no such placement.</summary>
    public static Refusal PlacementUnknown { get; } =
        new("placement-unknown", "The account has no such placement with an agency.");

    /// <summary>A percentage out of range.</summary>
    public static Refusal PercentInvalid { get; } = new("percent-invalid", "A commission is 0 to 100 percent.");

    /// <summary>There is no such order.</summary>
    public static Refusal OrderUnknown { get; } = new("order-unknown", "The account has no such order.");

    /// <summary>The supply is not cut.</summary>
    public static Refusal NotDisconnected { get; } =
        new("not-disconnected", "The contract's supply is not disconnected, or a reconnection is ordered already.");

    /// <summary>Something forbids the disconnection; the reasons are named one after the other.</summary>
    public static Refusal DisconnectionBlocked(string reasons) =>
        new("disconnection-blocked", $"The supply must not be cut: {reasons}.");

    /// <summary>The account exists, whether open or closed: what is owed stays owed.</summary>
    internal static Refusal? UnlessKnown(Account account) =>
        account.Status == AccountStatus.None ? Refusals.AccountUnknown : null;
}
