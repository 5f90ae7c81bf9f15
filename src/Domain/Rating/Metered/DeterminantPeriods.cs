using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>Finds the determinants of some days: each day has exactly one period.</summary>
internal sealed class DeterminantPeriods(DeterminantUsage given, HoldList holds)
{
    private readonly List<DeterminantPeriod> _ordered =
        [.. given.Periods.OrderBy(static period => period.Days.From).ThenBy(static period => period.Days.Until)];

    /// <summary>The periods with the part of them that falls on the days; null after a reason was added.</summary>
    public IReadOnlyList<(DeterminantPeriod Period, Period Part)>? Covering(Period days, string charge)
    {
        var covering = new List<(DeterminantPeriod, Period)>();
        var next = days.From;
        foreach (var period in _ordered)
        {
            if (period.Days.Overlap(days) is not { } part)
                continue;
            if (part.From < next)
            {
                holds.Add("doubtful-read", $"Two periods of determinants hold {part.From:uuuu-MM-dd}.");
                return null;
            }
            if (part.From > next)
                break;
            covering.Add((period, part));
            next = part.Until;
        }
        if (next == days.Until)
            return covering;
        holds.Add("no-read", $"Charge {charge} has no determinants from {next:uuuu-MM-dd} on.");
        return null;
    }
}
