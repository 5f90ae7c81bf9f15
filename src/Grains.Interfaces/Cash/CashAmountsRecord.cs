namespace BillingActors.Grains.Interfaces.Cash;

/// <summary>Amounts of a cash policy in one currency.</summary>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="ToleranceMinor">Most that is let go of an item; the lower of both limits counts.</param>
/// <param name="ToleranceBasisPoints">Most that is let go of an item, in hundredths of a percent of it.</param>
/// <param name="OverMinor">Most that is kept of an overpayment.</param>
/// <param name="ReturnFeeMinor">Fee for a payment that came back.</param>
[GenerateSerializer, Immutable, Alias("cash-amounts-record")]
public sealed record CashAmountsRecord(
    [property: Id(0)] string Currency,
    [property: Id(1)] long ToleranceMinor = 0,
    [property: Id(2)] int ToleranceBasisPoints = 0,
    [property: Id(3)] long OverMinor = 0,
    [property: Id(4)] long ReturnFeeMinor = 0);
