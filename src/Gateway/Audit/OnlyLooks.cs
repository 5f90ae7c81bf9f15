namespace BillingActors.Gateway.Audit;

/// <summary>
/// Marks an endpoint that is asked by POST and yet stores nothing: it is a look at the account it names.
/// </summary>
internal sealed record OnlyLooks;
