namespace BillingActors.Grains.Interfaces.Charging;

/// <summary>A record that was not rated.</summary>
/// <param name="Source">Who reported it.</param>
/// <param name="Id">Its id.</param>
/// <param name="Code">Why.</param>
/// <param name="Detail">The same in words.</param>
[GenerateSerializer, Immutable, Alias("usage-trouble-view")]
public sealed record UsageTroubleView(
    [property: Id(0)] string Source,
    [property: Id(1)] string Id,
    [property: Id(2)] string Code,
    [property: Id(3)] string Detail);
