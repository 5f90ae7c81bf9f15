using System.Collections.Immutable;
using BillingActors.Domain.Metering;
using BillingActors.Storage.Json;
using BillingActors.Storage.Meters;
using NodaTime;

namespace BillingActors.Storage.Reports;

/// <summary>Metered data as lists show it.</summary>
internal static class UsageRows
{
    private const int ScaleMax = 9;

    private static readonly ImmutableArray<decimal> Units =
        [.. Enumerable.Range(0, ScaleMax + 1).Select(
            scale => Enumerable.Repeat(0.1m, scale).Aggregate(1m, (a, b) => a * b))];

    public static async Task<ImmutableArray<UsageDay>> Usage(
        this IMeterDataStore meters, string servicePointId, DateOnly from, DateOnly until,
        CancellationToken cancellation)
    {
        var (first, end) = (LocalDate.FromDateOnly(from), LocalDate.FromDateOnly(until));
        var found = await meters.Read([new UsageQuery(servicePointId, first, end, first, first)], cancellation);
        return [.. found[0].Days.Select(ToRow)];
    }

    public static async Task<ImmutableArray<ReadRow>> Reads(
        this IMeterDataStore meters, string servicePointId, DateOnly from, DateOnly until,
        CancellationToken cancellation)
    {
        var (first, end) = (LocalDate.FromDateOnly(from), LocalDate.FromDateOnly(until));
        var found = await meters.Read([new UsageQuery(servicePointId, first, first, first, end)], cancellation);
        return [.. found[0].Reads.Select(ToRow)];
    }

    private static UsageDay ToRow(IntervalDay day) => new(
        day.ServicePointId,
        day.Channel,
        day.Day.ToDateOnly(),
        day.Unit,
        day.Values.Sum() * Units[day.Scale],
        day.Values.Length,
        Count(day, quality => quality == ReadQuality.Missing),
        Count(day, RestsOnEstimate),
        day.Version,
        day.Source.ImportId,
        day.Source.Line);

    private static ReadRow ToRow(RegisterRead read) => new(
        read.ServicePointId,
        read.Register,
        read.MeterSerial,
        read.On.ToDateOnly(),
        read.Value * Units[read.Scale],
        EnumWords<ReadQuality>.Of(read.Quality),
        EnumWords<ReadKind>.Of(read.Kind),
        read.Version,
        read.Source.ImportId,
        read.Source.Line);

    private static int Count(IntervalDay day, Func<ReadQuality, bool> counts) =>
        day.Quality.Where(run => counts(run.Quality)).Sum(run => run.Last - run.First + 1);

    private static bool RestsOnEstimate(ReadQuality quality) => quality is ReadQuality.Estimated
        or ReadQuality.Substituted or ReadQuality.FinalSubstituted or ReadQuality.ForwardEstimate;
}
