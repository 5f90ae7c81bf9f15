namespace BillingActors.Gateway.Audit;

/// <summary>Marks an endpoint whose success is an entry of the audit trail.</summary>
/// <param name="Action">What it does, as a past participle.</param>
/// <param name="Kind">To what kind of thing.</param>
internal sealed record NotedAction(string Action, string Kind);
