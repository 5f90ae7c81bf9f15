namespace BillingActors.Grains.Interfaces.Credits;

/// <summary>What is to be credited of a line of an invoice; its taxes follow.</summary>
/// <param name="Number">Number of the line, from 1.</param>
/// <param name="NetMinor">Net amount with the sign of the line; null for all that is left of it.</param>
[GenerateSerializer, Immutable, Alias("credited-line")]
public sealed record CreditedLine(
    [property: Id(0)] int Number,
    [property: Id(1)] long? NetMinor = null);
