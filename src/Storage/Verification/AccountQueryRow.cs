namespace BillingActors.Storage.Verification;

/// <summary>The account's query row but for its link; days as ISO text.</summary>
internal sealed record AccountQueryRow(
    string EntityId,
    string AccountId,
    string CustomerId,
    string CycleId,
    int Status,
    string Currency,
    long BalanceMinor,
    long Version,
    string OpenedOn,
    string? LastInvoiceOn,
    long? LastInvoiceVersion);
