using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Budgets;

/// <summary>
/// An even amount that is charged in instalments in the place of the bills; bills for days of the plan are set against
/// it, and what differs is settled by the year.
/// </summary>
/// <param name="Id">The plan.</param>
/// <param name="Kind">What becomes of the difference of a year.</param>
/// <param name="AmountMinor">Amount of the next instalment, tax included.</param>
/// <param name="From">First day of supply it is for; its years begin on this day.</param>
/// <param name="FirstOn">Day of the first instalment; the others follow by the month.</param>
/// <param name="InstalmentCount">Instalments of a year, 1 to 12.</param>
/// <param name="AdjustPercent">
/// By how much a year may drift from what it will come to before the amount is adjusted; 0: never.
/// </param>
public sealed record BudgetPlan(
    string Id,
    BudgetKind Kind,
    long AmountMinor,
    LocalDate From,
    LocalDate FirstOn,
    int InstalmentCount,
    int AdjustPercent)
{
    /// <summary>How many instalments were charged so far.</summary>
    public int ChargedCount { get; init; }

    /// <summary>How often it was settled so far.</summary>
    public int SettledCount { get; init; }

    /// <summary>The years that are not settled, oldest first.</summary>
    public ImmutableArray<BudgetYear> Years { get; init; } = [];

    /// <summary>When it ended; null while it runs.</summary>
    public LocalDate? EndedOn { get; init; }

    /// <summary>Charged and not billed yet; negative where more was billed. It is what is booked of it.</summary>
    public long BalanceMinor => -Years.Sum(year => year.DifferenceMinor);

    /// <summary>Day of the next instalment.</summary>
    public LocalDate NextOn => InstalmentOn(ChargedCount);

    /// <summary>Year of the next instalment.</summary>
    public int NextYear => ChargedCount / InstalmentCount;

    /// <summary>Whether a bill whose days begin on a day is set against the plan.</summary>
    public bool Takes(LocalDate from) => EndedOn is null && from >= From;

    /// <summary>Day of an instalment, counted from 0; always counted from the first one.</summary>
    public LocalDate InstalmentOn(int index) =>
        FirstOn.PlusMonths((12 * (index / InstalmentCount)) + (index % InstalmentCount));

    /// <summary>First day of a year.</summary>
    public LocalDate YearFrom(int index) => From.PlusYears(index);

    /// <summary>Day after the last of a year.</summary>
    public LocalDate YearUntil(int index) => From.PlusYears(index + 1);

    /// <summary>The year a day lies in.</summary>
    public int YearOf(LocalDate day)
    {
        var years = day.Year - From.Year;
        return From.PlusYears(years) > day ? years - 1 : years;
    }

    /// <summary>A year as it stands, empty where nothing was charged or billed in it.</summary>
    public BudgetYear Year(int index) =>
        Years.FirstOrDefault(year => year.Index == index) ?? new BudgetYear(index, 0, 0, 0, 0, 0);

    internal BudgetPlan With(BudgetYear year) => this with
    {
        Years = [.. Years.Where(other => other.Index != year.Index).Append(year).OrderBy(other => other.Index)],
    };
}
