namespace BillingActors.Grains.Interfaces.Collections;

/// <summary>Orders that a supply is cut; needs a reason.</summary>
/// <param name="OrderId">Order.</param>
/// <param name="ContractId">Contract.</param>
/// <param name="On">Day.</param>
/// <param name="ForecastLowCelsius">Lowest temperature that is expected.</param>
/// <param name="ForecastHighCelsius">Highest temperature that is expected.</param>
[GenerateSerializer, Immutable, Alias("order-disconnection")]
public sealed record OrderDisconnection(
    [property: Id(0)] string OrderId,
    [property: Id(1)] string ContractId,
    [property: Id(2)] DateOnly On,
    [property: Id(3)] decimal? ForecastLowCelsius = null,
    [property: Id(4)] decimal? ForecastHighCelsius = null);
