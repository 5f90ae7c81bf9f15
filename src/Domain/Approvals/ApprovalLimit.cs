using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Approvals;

/// <summary>
/// How much a role may move by an action on one day and customer, where another person asked for it; and alone.
/// </summary>
/// <param name="Role">Role, such as "clerk".</param>
/// <param name="Action">Name of the action, or "*" for all.</param>
/// <param name="LimitMinor">Limit in minor units, inclusive.</param>
/// <param name="Currency">The currency it is for.</param>
public sealed record ApprovalLimit(string Role, string Action, long LimitMinor, Currency Currency)
{
    /// <summary>How much of it the role may move alone, in minor units, inclusive; null: as much.</summary>
    public long? AloneMinor { get; init; }

    /// <summary>How much the role may move alone, in minor units.</summary>
    public long Alone => AloneMinor ?? LimitMinor;
}
