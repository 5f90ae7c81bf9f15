namespace BillingActors.Domain.Tariffs;

/// <summary>What is wrong with a tariff: where, which rule, and what was found.</summary>
/// <param name="Path">Members and indexes of the document: "versions/0/charges/2/price/steps/1".</param>
/// <param name="Rule">Stable kebab-case code of the rule; see docs/reference/tariffs.md.</param>
/// <param name="Detail">What was found and what was expected.</param>
public sealed record TariffProblem(string Path, string Rule, string Detail);
