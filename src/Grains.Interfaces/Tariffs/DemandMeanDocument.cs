using System.ComponentModel.DataAnnotations;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>A demand is the mean of the highest windows, such as the three highest hours of a month.</summary>
/// <param name="Highest">How many windows; where there are fewer, the mean of those there are.</param>
/// <param name="Days">
/// different (default): each is of another day; any: the highest of all, which begin at multiples of their length.
/// </param>
[GenerateSerializer, Immutable, Alias("tariff-demand-mean")]
public sealed record DemandMeanDocument(
    [property: Id(0)] int Highest,
    [property: Id(1), AllowedValues("different", "any")] string Days = "different");
