namespace BillingActors.Grains.Interfaces.Collectives;

/// <summary>A collective bill as it is listed.</summary>
/// <param name="BillId">The bill, and the open item it made.</param>
/// <param name="IssuedOn">Document date.</param>
/// <param name="DueOn">Due date.</param>
/// <param name="LineCount">How many bills of children it bears.</param>
/// <param name="NetMinor">Net amount.</param>
/// <param name="TaxMinor">Taxes.</param>
/// <param name="TotalMinor">Net plus taxes.</param>
[GenerateSerializer, Immutable, Alias("collective-bill-row")]
public sealed record CollectiveBillRow(
    [property: Id(0)] string BillId,
    [property: Id(1)] DateOnly IssuedOn,
    [property: Id(2)] DateOnly DueOn,
    [property: Id(3)] int LineCount,
    [property: Id(4)] long NetMinor,
    [property: Id(5)] long TaxMinor,
    [property: Id(6)] long TotalMinor);
