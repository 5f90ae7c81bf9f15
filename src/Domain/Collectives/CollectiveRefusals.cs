using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Collectives;

/// <summary>Every "no" of parents, children and their collective bills.</summary>
public static class CollectiveRefusals
{
    /// <summary>A bill day that not every month has.</summary>
    public static Refusal BillDayInvalid { get; } =
        new("bill-day-invalid", "A bill day is 1 to 28, so that every month has it.");

    /// <summary>There is no such parent.</summary>
    public static Refusal ParentUnknown { get; } =
        new("parent-unknown", "The legal entity has no such open account.");

    /// <summary>The parent gives no collective bills.</summary>
    public static Refusal ParentNotCollecting { get; } =
        new("parent-not-collecting", "The account gets no collective bills; start them first.");

    /// <summary>Parents and children have one level.</summary>
    public static Refusal HierarchyTooDeep { get; } = new(
        "hierarchy-too-deep", "An account with a parent pays for nobody else, and one that pays for others has none.");

    /// <summary>The child has another parent.</summary>
    public static Refusal ParentExists { get; } =
        new("parent-exists", "Another account pays for it already; it must leave that first.");

    /// <summary>It has ended, and its children went another way.</summary>
    public static Refusal CollectiveEnded { get; } =
        new("collective-ended", "The collective bills have ended already, with another successor.");

    /// <summary>The end is not over.</summary>
    public static Refusal CollectiveEnding { get; } =
        new("collective-ending", "Children still leave the account; start its collective bills again after that.");

    /// <summary>Children move to somebody else.</summary>
    public static Refusal SuccessorInvalid { get; } =
        new("successor-invalid", "The children move to another account than the one that ends.");

    /// <summary>Bills that a parent pays cannot be set against a budget plan.</summary>
    public static Refusal PaidByParent { get; } =
        new("paid-by-parent", "A parent pays the bills of the account, so it can be on no budget plan.");
}
