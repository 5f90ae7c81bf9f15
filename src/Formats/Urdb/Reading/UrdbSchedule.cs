using System.Text.Json;
using BillingActors.Formats.Tariffs;

namespace BillingActors.Formats.Urdb.Reading;

/// <summary>
/// Schedules of a rate: twelve months of twenty-four hours, where the first hour begins at midnight, local time, and
/// the
/// weekend is Saturday and Sunday; the database knows no holidays.
/// </summary>
internal sealed class UrdbSchedule(UrdbFields fields, UrdbStructure structure)
{
    private const int HoursPerDay = 24;
    private const int MinutesPerHour = 60;

    /// <summary>The plan, or null after a problem was noted.</summary>
    public YearPlan? Read(string weekday, string weekend)
    {
        var plan = new YearPlan();
        if (!(fields.Has(weekday) && fields.Has(weekend)) && structure.Periods.Count() == 1)
        {
            plan.FillFree(structure.Periods.First());
            return plan;
        }
        var isRead = Add(weekday, YearPlan.Weekdays, plan);
        return Add(weekend, YearPlan.Weekend, plan) && isRead ? plan : null;
    }

    /// <summary>The plan of months that each have one period, or null after a problem was noted.</summary>
    public YearPlan? ReadMonths(string name)
    {
        var months = MonthsOf(name);
        if (months is null)
            return null;
        var plan = new YearPlan();
        var isRead = true;
        for (var month = 0; month < YearPlan.Months; month++)
        {
            if (!IsPeriod(months[month]))
            {
                isRead = false;
                RefusePeriod($"{fields.PathOf(name)}/{month}", months[month]);
                continue;
            }
            for (var day = 0; day < YearPlan.DaysOfWeek; day++)
                plan.Claim((month, day), 0, YearPlan.MinutesPerDay, (int)months[month]);
        }
        return isRead ? plan : null;
    }

    private decimal[]? MonthsOf(string name)
    {
        if (fields.Has(name))
            return fields.Monthly(name);
        var named = Enumerable.Range(0, YearPlan.Months)
            .Select(month => UrdbNames.FlatDemandMonth(month).FirstOrDefault(fields.Has)).OfType<string>().ToList();
        if (named.Count == YearPlan.Months)
            return [.. named.Select(month => fields.Number(month) ?? -1m)];
        if (structure.Periods.Count() == 1)
            return [.. Enumerable.Repeat((decimal)structure.Periods.First(), YearPlan.Months)];
        fields.Refuse(name, "schedule-missing", "Several periods, and nothing says which months they are for.");
        return null;
    }

    private bool Add(string name, ReadOnlySpan<int> days, YearPlan plan)
    {
        if (fields.Find(name) is not { } value)
        {
            fields.Refuse(name, "schedule-missing", "Several periods, and nothing says which hours they are for.");
            return false;
        }
        var months = LooseJson.Elements(value)?.Select(LooseJson.Elements).ToList();
        if (months?.Count != YearPlan.Months || months.Exists(static hours => hours?.Count != HoursPerDay))
        {
            fields.Refuse(name, "schedule-shape", "A schedule is twelve lists of twenty-four periods.");
            return false;
        }
        var isRead = true;
        for (var month = 0; month < YearPlan.Months; month++)
        {
            for (var hour = 0; hour < HoursPerDay; hour++)
                isRead &= Claim(months[month]![hour], (month, hour), name, days, plan);
        }
        return isRead;
    }

    private bool Claim(
        JsonElement cell, (int Month, int Hour) at, string name, ReadOnlySpan<int> days, YearPlan plan)
    {
        var number = LooseJson.Number(cell) ?? -1m;
        if (!IsPeriod(number))
        {
            RefusePeriod($"{fields.PathOf(name)}/{at.Month}/{at.Hour}", number);
            return false;
        }
        foreach (var day in days)
            plan.Claim((at.Month, day), at.Hour * MinutesPerHour, (at.Hour + 1) * MinutesPerHour, (int)number);
        return true;
    }

    private bool IsPeriod(decimal number) => structure.Periods.Any(period => period == number);

    private void RefusePeriod(string path, decimal number)
    {
        // A wrong number usually fills the schedule; one finding says it.
        if (!fields.Findings.Problems.Any(static problem => problem.Rule == "period-unknown"))
            fields.Findings.Refuse(path, "period-unknown", $"There is no period {number} with rates.");
    }
}
