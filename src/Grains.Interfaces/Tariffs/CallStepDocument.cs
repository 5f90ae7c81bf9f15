using System.ComponentModel.DataAnnotations;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>The price from some point into a call on.</summary>
/// <param name="From">Where it begins, in seconds, bytes or count of the call.</param>
/// <param name="Price">Price of a unit of the charge.</param>
/// <param name="Increment">What is billed at a time.</param>
/// <param name="DurationRounding">up, nearest or down: what one counts that is not full; absent: as its rate.</param>
[GenerateSerializer, Immutable, Alias("tariff-call-step")]
public sealed record CallStepDocument(
    [property: Id(0)] long From,
    [property: Id(1)] decimal Price,
    [property: Id(2)] long Increment,
    [property: Id(3), AllowedValues("up", "nearest", "down")] string? DurationRounding = null);
