using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Inquiries;

/// <summary>Why one bill of an account comes to another total than another.</summary>
/// <param name="Before">The bill compared with.</param>
/// <param name="After">The bill explained.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="DifferenceMinor">After less before, in minor units.</param>
/// <param name="Effects">All causes; they sum to the difference.</param>
/// <param name="Lines">Line by line; each cause is the sum of it over the lines.</param>
/// <param name="Sentences">The same to read aloud: the totals, then the causes, the largest first.</param>
[GenerateSerializer, Immutable, Alias("explanation-view")]
public sealed record ExplanationView(
    [property: Id(0)] ExplainedBillView Before,
    [property: Id(1)] ExplainedBillView After,
    [property: Id(2)] string Currency,
    [property: Id(3)] long DifferenceMinor,
    [property: Id(4)] ImmutableArray<EffectView> Effects,
    [property: Id(5)] ImmutableArray<ExplainedLineView> Lines,
    [property: Id(6)] ImmutableArray<string> Sentences);
