using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Approvals;

/// <summary>How much a role may move by an action alone, on one day and customer.</summary>
/// <param name="Role">Role, such as "clerk".</param>
/// <param name="Action">Name of the action, or "*" for all.</param>
/// <param name="LimitMinor">Limit in minor units, inclusive.</param>
/// <param name="Currency">The currency it is for.</param>
public sealed record ApprovalLimit(string Role, string Action, long LimitMinor, Currency Currency);
