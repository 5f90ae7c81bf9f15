namespace BillingActors.Grains.Interfaces.MasterData;

/// <summary>A line of a chart of accounts.</summary>
/// <param name="Role">A role, such as "receivables", or a family of them, such as "revenue/*".</param>
/// <param name="Number">Number of the account in the general ledger: 1 to 16 digits, letters or hyphens.</param>
/// <param name="Name">Its name.</param>
/// <param name="Type">asset, liability, income or expense.</param>
[GenerateSerializer, Immutable, Alias("chart-rule-record")]
public sealed record ChartRuleRecord(
    [property: Id(0)] string Role,
    [property: Id(1)] string Number,
    [property: Id(2)] string Name,
    [property: Id(3)] string Type);
