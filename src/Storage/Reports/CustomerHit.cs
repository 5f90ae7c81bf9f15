namespace BillingActors.Storage.Reports;

/// <summary>A customer that was found, and by what.</summary>
/// <param name="CustomerId">Customer.</param>
/// <param name="Field">"name", "phone" or "email".</param>
internal sealed record CustomerHit(string CustomerId, string Field);
