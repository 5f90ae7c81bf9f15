namespace BillingActors.Grains.Interfaces.Collections;

/// <summary>The same days each year, both included.</summary>
/// <param name="First">Month and day, "11-01".</param>
/// <param name="Last">Month and day, "03-31".</param>
[GenerateSerializer, Immutable, Alias("season-record")]
public sealed record SeasonRecord(
    [property: Id(0)] string First,
    [property: Id(1)] string Last);
