namespace BillingActors.Storage.Verification;

/// <summary>What of a document is in columns; days as ISO text.</summary>
internal sealed record DocumentColumns(
    string EntityId,
    string Series,
    string InvoiceId,
    string? RunId,
    string IssuedOn,
    string DueOn,
    string PeriodFrom,
    string PeriodUntil,
    string Currency,
    long NetMinor,
    long TaxMinor,
    long TotalMinor,
    string? CorrectsId);
