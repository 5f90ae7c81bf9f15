namespace BillingActors.Grains.Interfaces.Budgets;

/// <summary>A year of a budget plan that is not settled yet.</summary>
/// <param name="From">First day.</param>
/// <param name="Until">Day after the last.</param>
/// <param name="ChargedCount">Instalments charged.</param>
/// <param name="ChargedMinor">What they come to.</param>
/// <param name="ActualMinor">Billed for its days, tax included.</param>
/// <param name="BilledDays">Days billed.</param>
/// <param name="CarriedMinor">What the year before left to be paid.</param>
/// <param name="DifferenceMinor">Billed and carried less charged; negative where too much was charged.</param>
[GenerateSerializer, Immutable, Alias("budget-year-view")]
public sealed record BudgetYearView(
    [property: Id(0)] DateOnly From,
    [property: Id(1)] DateOnly Until,
    [property: Id(2)] int ChargedCount,
    [property: Id(3)] long ChargedMinor,
    [property: Id(4)] long ActualMinor,
    [property: Id(5)] int BilledDays,
    [property: Id(6)] long CarriedMinor,
    [property: Id(7)] long DifferenceMinor);
