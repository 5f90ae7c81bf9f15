namespace BillingActors.Grains.Interfaces.Ledger;

/// <summary>Wants a month, and all months after it, open again.</summary>
/// <param name="Month">The month, as 2025-06.</param>
[GenerateSerializer, Immutable, Alias("reopen-month")]
public sealed record ReopenMonth([property: Id(0)] string Month);
