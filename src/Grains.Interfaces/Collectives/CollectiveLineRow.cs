namespace BillingActors.Grains.Interfaces.Collectives;

/// <summary>The bill, credit memo, fee or interest of a child on a collective bill.</summary>
/// <param name="AccountId">The child.</param>
/// <param name="InvoiceId">Its document; empty for a fee or interest.</param>
/// <param name="Number">Number of its document, or id of the fee or interest.</param>
/// <param name="Version">Version of the child's event.</param>
/// <param name="NetMinor">Net amount.</param>
/// <param name="TaxMinor">Taxes.</param>
/// <param name="TotalMinor">Net plus taxes.</param>
[GenerateSerializer, Immutable, Alias("collective-line-row")]
public sealed record CollectiveLineRow(
    [property: Id(0)] string AccountId,
    [property: Id(1)] string InvoiceId,
    [property: Id(2)] string Number,
    [property: Id(3)] long Version,
    [property: Id(4)] long NetMinor,
    [property: Id(5)] long TaxMinor,
    [property: Id(6)] long TotalMinor);
