using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Tariffs;

/// <summary>Numbers that cost the same.</summary>
/// <param name="Name">Name, as the customer reads it.</param>
/// <param name="Prefixes">Leading digits, or whole numbers; an empty one fits all; the longest counts.</param>
/// <param name="Premium">Whether allowances reach it only where they name it.</param>
[GenerateSerializer, Immutable, Alias("tariff-call-destination")]
public sealed record CallDestinationDocument(
    [property: Id(0)] string Name,
    [property: Id(1)] ImmutableArray<string> Prefixes,
    [property: Id(2)] bool Premium = false);
