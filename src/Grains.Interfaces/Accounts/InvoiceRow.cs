namespace BillingActors.Grains.Interfaces.Accounts;

/// <summary>An invoice or credit memo in a list.</summary>
/// <param name="InvoiceId">Invoice.</param>
/// <param name="Number">Number in its series.</param>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="RunId">Bill run.</param>
/// <param name="IssuedOn">Document date.</param>
/// <param name="DueOn">Due date.</param>
/// <param name="From">First day billed.</param>
/// <param name="Until">End day, exclusive.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="NetMinor">Net.</param>
/// <param name="TaxMinor">Tax.</param>
/// <param name="TotalMinor">Total; what a credit memo takes off is negative.</param>
/// <param name="CorrectsId">The invoice a credit memo corrects; null for an invoice.</param>
[GenerateSerializer, Immutable, Alias("invoice-row")]
public sealed record InvoiceRow(
    [property: Id(0)] string InvoiceId,
    [property: Id(1)] string Number,
    [property: Id(2)] string EntityId,
    [property: Id(3)] string AccountId,
    [property: Id(4)] string? RunId,
    [property: Id(5)] DateOnly IssuedOn,
    [property: Id(6)] DateOnly DueOn,
    [property: Id(7)] DateOnly From,
    [property: Id(8)] DateOnly Until,
    [property: Id(9)] string Currency,
    [property: Id(10)] long NetMinor,
    [property: Id(11)] long TaxMinor,
    [property: Id(12)] long TotalMinor,
    [property: Id(13)] string? CorrectsId = null);
