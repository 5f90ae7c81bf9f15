using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Approvals;

/// <summary>
/// Who may change what decides who approves what at a legal entity: one person drafts it, another one releases it.
/// </summary>
public static class EntityDrafts
{
    /// <summary>Such a change cannot be stored past its draft.</summary>
    public static Refusal DraftNeeded { get; } = new(
        "second-person-needed",
        "Limits, delegations, days of approval, four eyes and currency change by a draft that another person "
        + "releases.");

    /// <summary>Somebody else's draft is decided first.</summary>
    public static Refusal DraftWaits { get; } =
        new("draft-waits", "A draft of another person waits; it is released, rejected or withdrawn first.");

    /// <summary>What was drafted is not what would be changed now.</summary>
    public static Refusal DraftVoid { get; } = new(
        "draft-void", "The legal entity was changed since it was drafted; the draft is made again.");

    /// <summary>A draft is released or rejected by another person, on the version it was written for.</summary>
    public static Refusal? Release(string makerId, string personId, long drafted, long now) =>
        Reject(makerId, personId) ?? (drafted == now ? null : DraftVoid);

    /// <summary>The maker withdraws; others reject.</summary>
    public static Refusal? Reject(string makerId, string personId) =>
        makerId == personId ? ApprovalRefusals.SecondPersonNeeded : null;

    /// <summary>Only the maker takes a draft back.</summary>
    public static Refusal? Withdraw(string makerId, string personId) =>
        makerId == personId ? null : ApprovalRefusals.NotTheMaker;
}
