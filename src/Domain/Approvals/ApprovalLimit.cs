namespace BillingActors.Domain.Approvals;

/// <summary>How much a role may move by an action alone, on one day and account.</summary>
/// <param name="Role">Role, such as "clerk".</param>
/// <param name="Action">Name of the action, or "*" for all.</param>
/// <param name="LimitMinor">Limit in minor units, inclusive.</param>
public sealed record ApprovalLimit(string Role, string Action, long LimitMinor);
