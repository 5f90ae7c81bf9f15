namespace BillingActors.Grains.Interfaces.Collections;

/// <summary>Puts an account into a segment and a jurisdiction.</summary>
/// <param name="Segment">Segment; empty for none.</param>
/// <param name="Jurisdiction">Jurisdiction; empty for none.</param>
/// <param name="On">Day.</param>
[GenerateSerializer, Immutable, Alias("set-collection-profile")]
public sealed record SetCollectionProfile(
    [property: Id(0)] string Segment,
    [property: Id(1)] string Jurisdiction,
    [property: Id(2)] DateOnly On);
