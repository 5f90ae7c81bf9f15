namespace BillingActors.Storage.Reports;

/// <summary>Whose receivables a list is of.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="Currency">ISO 4217 code.</param>
public sealed record ReceivablesFilter(string EntityId, string Currency);
