using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Inquiries;

/// <summary>One thing that the bills charge for, or a tax, and why its amount differs.</summary>
/// <param name="ContractId">Contract; empty for a one-off charge or a tax.</param>
/// <param name="Code">Code of the charge, or of the tax.</param>
/// <param name="Text">What the customer reads.</param>
/// <param name="Unit">Unit of the quantities.</param>
/// <param name="Tier">Tier.</param>
/// <param name="TimeOfUse">Time-of-use period.</param>
/// <param name="Before">On the bill compared with; absent where that has none of it.</param>
/// <param name="After">On the bill explained; absent where that has none of it.</param>
/// <param name="DifferenceMinor">After less before.</param>
/// <param name="Effects">Causes that are not zero; they sum to the difference.</param>
/// <param name="Sentence">The same to read aloud.</param>
[GenerateSerializer, Immutable, Alias("explained-line-view")]
public sealed record ExplainedLineView(
    [property: Id(0)] string ContractId,
    [property: Id(1)] string Code,
    [property: Id(2)] string Text,
    [property: Id(3)] string Unit,
    [property: Id(4)] string? Tier,
    [property: Id(5)] string? TimeOfUse,
    [property: Id(6)] ExplainedSideView? Before,
    [property: Id(7)] ExplainedSideView? After,
    [property: Id(8)] long DifferenceMinor,
    [property: Id(9)] ImmutableArray<EffectView> Effects,
    [property: Id(10)] string Sentence);
