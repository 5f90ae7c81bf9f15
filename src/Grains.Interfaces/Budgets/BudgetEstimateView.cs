namespace BillingActors.Grains.Interfaces.Budgets;

/// <summary>What an instalment should be, from what was billed in the year before.</summary>
/// <param name="Currency">Currency.</param>
/// <param name="BilledDays">Days billed.</param>
/// <param name="BilledMinor">What they came to, tax included.</param>
/// <param name="InstalmentCount">Instalments of a year.</param>
/// <param name="AmountMinor">The estimate, in whole units of the currency; null where too little was billed.</param>
[GenerateSerializer, Immutable, Alias("budget-estimate-view")]
public sealed record BudgetEstimateView(
    [property: Id(0)] string Currency,
    [property: Id(1)] int BilledDays,
    [property: Id(2)] long BilledMinor,
    [property: Id(3)] int InstalmentCount,
    [property: Id(4)] long? AmountMinor);
