using System.Globalization;

namespace BillingActors.Domain.Tariffs.Recurring;

/// <summary>The time one price is for: so many days, weeks or months.</summary>
/// <param name="Unit">Days, weeks or months.</param>
/// <param name="Count">How many of them, at least 1.</param>
public readonly record struct BillingInterval(IntervalUnit Unit, int Count)
{
    private const int DaysPerWeek = 7;

    /// <summary>One month.</summary>
    public static BillingInterval Month { get; } = new(IntervalUnit.Month, 1);

    /// <summary>Its months; zero where it is counted in days or weeks.</summary>
    public int Months => Unit == IntervalUnit.Month ? Count : 0;

    /// <summary>Its days; zero where it is counted in months.</summary>
    public int Days => Unit switch { IntervalUnit.Day => Count, IntervalUnit.Week => Count * DaysPerWeek, _ => 0 };

    /// <summary>At least as long as any of its periods, so that two intervals compare.</summary>
    public int DaysMax => Days + (Months * 31);

    /// <summary>How a line names it: "month", "quarter", "2 weeks".</summary>
    public override string ToString() => (Unit, Count) switch
    {
        (IntervalUnit.Month, 3) => "quarter",
        (IntervalUnit.Month, 6) => "half-year",
        (IntervalUnit.Month, 12) => "year",
        (_, 1) => Word,
        _ => string.Create(CultureInfo.InvariantCulture, $"{Count} {Word}s"),
    };

    private string Word => Unit switch { IntervalUnit.Day => "day", IntervalUnit.Week => "week", _ => "month" };
}
