using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Cli.Demo.Reference;

/// <summary>The local days a service point has data for, cut into bill periods.</summary>
internal static class BillWindow
{
    /// <summary>
    /// Period boundaries: the first and the last whole local day, and the firsts of the months between; for registers
    /// the days they were read on. Fewer than two mean that there is nothing to bill.
    /// </summary>
    public static ImmutableArray<DateOnly> Of(SurveyedPoint point, DateTimeZone zone)
    {
        if (point.EnergyChannels is { Count: > 0 } channels)
            return OfChannels(channels, zone);
        return [.. point.EnergyRegisters.SelectMany(register => register.ReadDays).Distinct().Order()];
    }

    private static ImmutableArray<DateOnly> OfChannels(IReadOnlyList<SurveyedChannel> channels, DateTimeZone zone)
    {
        var (from, until) = (channels.Max(channel => channel.From), channels.Min(channel => channel.Until));
        if (from >= until)
            (from, until) = (channels.Min(channel => channel.From), channels.Max(channel => channel.Until));
        var first = from.InZone(zone).Date;
        if (zone.AtStartOfDay(first).ToInstant() < from)
            first = first.PlusDays(1);
        var end = until.InZone(zone).Date;
        if (end <= first)
            return [];
        var boundaries = ImmutableArray.CreateBuilder<DateOnly>();
        boundaries.Add(first.ToDateOnly());
        var monthly = new LocalDate(first.Year, first.Month, 1).PlusMonths(1);
        for (var month = monthly; month < end; month = month.PlusMonths(1))
            boundaries.Add(month.ToDateOnly());
        boundaries.Add(end.ToDateOnly());
        return boundaries.ToImmutable();
    }
}
