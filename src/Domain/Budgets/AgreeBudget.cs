using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Budgets;

/// <summary>Puts an account on a budget plan.</summary>
/// <param name="PlanId">Id of the plan to be.</param>
/// <param name="Kind">What becomes of the difference of a year.</param>
/// <param name="AmountMinor">Amount of an instalment; null: the estimate from what was billed.</param>
/// <param name="From">First day of supply it is for.</param>
/// <param name="FirstOn">Day of the first instalment.</param>
/// <param name="InstalmentCount">Instalments of a year, 1 to 12.</param>
/// <param name="AdjustPercent">Drift of a year from which on the amount is adjusted; 0: never.</param>
/// <param name="On">The day it is agreed.</param>
/// <param name="Billed">What was billed in the year before, for the estimate.</param>
public sealed record AgreeBudget(
    string PlanId,
    BudgetKind Kind,
    long? AmountMinor,
    LocalDate From,
    LocalDate FirstOn,
    int InstalmentCount,
    int AdjustPercent,
    LocalDate On,
    ImmutableArray<BilledAmount> Billed);
