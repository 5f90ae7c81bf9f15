namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>The rate of calls to destinations with a prefix; the longest prefix that fits counts.</summary>
/// <param name="Prefix">Leading digits of the destination; empty fits all.</param>
/// <param name="Connect">Price of a connection.</param>
/// <param name="Price">Price of a unit, such as a minute.</param>
/// <param name="FirstIncrement">First increment in the smallest unit, such as seconds.</param>
/// <param name="Increment">Each further increment.</param>
/// <param name="Most">Most a single call costs; absent: no limit.</param>
[GenerateSerializer, Immutable, Alias("tariff-call-rate")]
public sealed record CallRateDocument(
    [property: Id(0)] string Prefix,
    [property: Id(1)] decimal Connect,
    [property: Id(2)] decimal Price,
    [property: Id(3)] int FirstIncrement,
    [property: Id(4)] int Increment,
    [property: Id(5)] decimal? Most = null);
