using NodaTime;

namespace BillingActors.Domain.Collectives;

/// <summary>A collective bill that was issued.</summary>
/// <param name="Id">The bill, and the open item it makes.</param>
/// <param name="IssuedOn">Document date.</param>
/// <param name="DueOn">Due date.</param>
/// <param name="LineCount">How many bills of children it bears.</param>
/// <param name="NetMinor">Net amount.</param>
/// <param name="TaxMinor">Taxes.</param>
public sealed record CollectiveBill(
    string Id, LocalDate IssuedOn, LocalDate DueOn, int LineCount, long NetMinor, long TaxMinor);
