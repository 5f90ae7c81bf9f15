namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>A part of the year: from its first day until the next season begins.</summary>
/// <param name="Name">Name, such as "summer".</param>
/// <param name="From">First day as "MM-dd".</param>
[GenerateSerializer, Immutable, Alias("tariff-season")]
public sealed record SeasonDocument([property: Id(0)] string Name, [property: Id(1)] string From);
