namespace BillingActors.Grains.Interfaces.Budgets;

/// <summary>Puts an account on a budget plan.</summary>
/// <param name="PlanId">Id of the plan, at most 32 characters.</param>
/// <param name="Kind">"down-payments" or "level".</param>
/// <param name="From">First day of supply it is for; its years begin on this day.</param>
/// <param name="FirstOn">Day of the first instalment; the others follow by the month.</param>
/// <param name="InstalmentCount">Instalments of a year, 1 to 12.</param>
/// <param name="AmountMinor">Amount of an instalment, tax included; null: estimated from what was billed.</param>
/// <param name="AdjustPercent">Drift of a year from which on the amount is adjusted; 0: never.</param>
[GenerateSerializer, Immutable, Alias("agree-budget")]
public sealed record AgreeBudget(
    [property: Id(0)] string PlanId,
    [property: Id(1)] string Kind,
    [property: Id(2)] DateOnly From,
    [property: Id(3)] DateOnly FirstOn,
    [property: Id(4)] int InstalmentCount,
    [property: Id(5)] long? AmountMinor = null,
    [property: Id(6)] int AdjustPercent = 0);
