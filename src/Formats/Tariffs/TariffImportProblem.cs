namespace BillingActors.Formats.Tariffs;

/// <summary>Why a tariff of a file cannot be imported.</summary>
/// <param name="Path">Members and indexes in the file, as they are spelled there:
/// "items/0/energyratestructure/1/0/max".</param>
/// <param name="Rule">Stable kebab-case code of the rule; see docs/reference/formats.md.</param>
/// <param name="Detail">What was found and what was expected.</param>
public sealed record TariffImportProblem(string Path, string Rule, string Detail);
