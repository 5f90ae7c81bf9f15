namespace BillingActors.Domain.Primitives;

/// <summary>An expected "no": a stable code of the catalogue and a sentence for people. It travels as data.</summary>
/// <param name="Code">Stable kebab-case code; see docs/reference/problems.md.</param>
/// <param name="Detail">What is wrong here, without personal data.</param>
public sealed record Refusal(string Code, string Detail);
