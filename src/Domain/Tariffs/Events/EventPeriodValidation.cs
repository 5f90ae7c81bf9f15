using System.Collections.Immutable;
using BillingActors.Domain.Tariffs.QuantityPrices;

namespace BillingActors.Domain.Tariffs.Events;

/// <summary>Checks the calendar of a charge for events, and the periods of it that filters and rows name.</summary>
internal sealed class EventPeriodValidation(TariffVersion version, string path, ProblemList problems)
{
    public void Check(EventCharge charge)
    {
        if (charge.Calendar is not { } id)
            return;
        if (version.Calendar(id) is not { } calendar)
        {
            problems.Add($"{path}/calendar", "unknown-calendar", $"The version has no calendar {id}.");
            return;
        }
        for (var i = 0; i < charge.Filters.Length; i++)
        {
            if (charge.Filters[i].Property == EventCharge.Period)
                CheckNames(calendar, charge.Filters[i].Values, $"{path}/filters/{i}/values");
        }
        if (charge.Price is not MatrixPrice matrix)
            return;
        var at = matrix.Dimensions.IndexOf(EventCharge.Period);
        for (var i = 0; i < matrix.Rows.Length; i++)
        {
            var values = matrix.Rows[i].Values;
            if (at >= 0 && at < values.Length && values[at] != MatrixRow.Any)
                CheckNames(calendar, [values[at]], $"{path}/price/rows/{i}/values");
        }
    }

    private void CheckNames(TimeOfUseCalendar calendar, ImmutableArray<string> names, string where)
    {
        foreach (var name in names.Where(name => !calendar.Periods.Contains(name, StringComparer.Ordinal)))
            problems.Add(where, "unknown-period", $"The calendar {calendar.Id} has no period {name}.");
    }
}
