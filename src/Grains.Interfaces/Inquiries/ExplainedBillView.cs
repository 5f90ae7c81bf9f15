namespace BillingActors.Grains.Interfaces.Inquiries;

/// <summary>One of the two bills of an explanation.</summary>
/// <param name="InvoiceId">Invoice; absent for a bill that was only calculated.</param>
/// <param name="Number">Its number; absent for a bill that was only calculated.</param>
/// <param name="From">First day billed.</param>
/// <param name="Until">End day, exclusive.</param>
/// <param name="TotalMinor">Total with taxes.</param>
[GenerateSerializer, Immutable, Alias("explained-bill-view")]
public sealed record ExplainedBillView(
    [property: Id(0)] string? InvoiceId,
    [property: Id(1)] string? Number,
    [property: Id(2)] DateOnly From,
    [property: Id(3)] DateOnly Until,
    [property: Id(4)] long TotalMinor);
