using System.Collections.Immutable;
using BillingActors.Domain.Tariffs.Prices;
using NodaTime;

namespace BillingActors.Domain.Tests.Oracle.Drawing;

/// <summary>Hours that a system calls its peaks, on days of their own in the bills of a row.</summary>
internal static class DrawnCalledHours
{
    /// <summary>Id of the list.</summary>
    public const string List = "system";

    private const int MinutesPerHour = 60;
    private const int DayLast = 28;

    /// <summary>The events of a version.</summary>
    public static ImmutableArray<EventList> Of(Draw draw, BillShape shape)
    {
        var days = Enumerable.Range(0, draw.Between(0, 8))
            .Select(_ => shape.Cycle.From.PlusDays(draw.Below(shape.Cycle.Days * 2))).Distinct();
        return [new EventList(List, [.. days.Select(day => Called(draw, day))])];
    }

    /// <summary>A day of the year that every month has.</summary>
    public static AnnualDate DateOf(LocalDate day) => new(day.Month, Math.Min(DayLast, day.Day));

    // No clock is changed by day.
    private static PeakEvent Called(Draw draw, LocalDate day)
    {
        var from = draw.Between(8, 19);
        return new PeakEvent(day, from * MinutesPerHour, (from + draw.Between(1, 3)) * MinutesPerHour);
    }
}
