namespace BillingActors.Grains.Interfaces.Deposits;

/// <summary>How much a customer deposits.</summary>
/// <param name="FixedMinor">A fixed amount; null: by bills.</param>
/// <param name="BillMonths">Months of the average bill.</param>
/// <param name="MinorMin">Never less than this.</param>
/// <param name="MinorMax">Never more than this; 0: no limit.</param>
[GenerateSerializer, Immutable, Alias("deposit-amount-record")]
public sealed record DepositAmountRecord(
    [property: Id(0)] long? FixedMinor = null,
    [property: Id(1)] decimal BillMonths = 0m,
    [property: Id(2)] long MinorMin = 0,
    [property: Id(3)] long MinorMax = 0);
