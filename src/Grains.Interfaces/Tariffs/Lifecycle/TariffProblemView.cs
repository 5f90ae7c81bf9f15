namespace BillingActors.Grains.Interfaces.Tariffs.Lifecycle;

/// <summary>What is wrong with a tariff: where, which rule, and what was found.</summary>
/// <param name="Path">Members and indexes of the document: "versions/0/charges/2/price/steps/1".</param>
/// <param name="Rule">Stable kebab-case code of the rule; see the reference of tariffs.</param>
/// <param name="Detail">What was found and what was expected.</param>
[GenerateSerializer, Immutable, Alias("tariff-problem-view")]
public sealed record TariffProblemView(
    [property: Id(0)] string Path, [property: Id(1)] string Rule, [property: Id(2)] string Detail);
