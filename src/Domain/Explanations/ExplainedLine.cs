using System.Collections.Immutable;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Explanations;

/// <summary>One thing that both bills, or one of them, charge for, and why its amount differs.</summary>
/// <param name="ContractId">Contract; empty for a one-off charge or a tax.</param>
/// <param name="Code">Code of the charge, or of the tax.</param>
/// <param name="Text">What the customer reads.</param>
/// <param name="Unit">Unit of the quantities.</param>
/// <param name="Tier">Tier, or null.</param>
/// <param name="TimeOfUse">Time-of-use period, or null.</param>
/// <param name="Before">On the bill compared with; null where that has none of it.</param>
/// <param name="After">On the bill explained; null where that has none of it.</param>
/// <param name="Difference">After less before.</param>
/// <param name="Effects">Causes that are not zero; they sum to the difference.</param>
/// <param name="Sentence">The same to read aloud.</param>
public sealed record ExplainedLine(
    string ContractId,
    string Code,
    string Text,
    string Unit,
    string? Tier,
    string? TimeOfUse,
    ExplainedSide? Before,
    ExplainedSide? After,
    Money Difference,
    ImmutableArray<EffectAmount> Effects,
    string Sentence);
