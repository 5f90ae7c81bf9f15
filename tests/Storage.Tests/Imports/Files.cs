using System.Collections.Immutable;
using BillingActors.Domain.Metering;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Meters;
using NodaTime;
using WireDay = BillingActors.Grains.Interfaces.Metering.ChannelDay;
using WireRun = BillingActors.Grains.Interfaces.Metering.QualityRun;

namespace BillingActors.Storage.Tests.Imports;

/// <summary>Files of interval days as an import would work them off.</summary>
internal static class Files
{
    public static readonly LocalDate Day = new(2025, 1, 1);

    public static IntervalDay DayOf(string servicePointId, int day, string importId, long value = 7) => new(
        servicePointId,
        "E1",
        Day.PlusDays(day),
        30,
        600,
        "kWh",
        3,
        [.. Enumerable.Range(0, 48).Select(i => value + (i % 3 == 0 ? -i : i))],
        [new QualityRun(1, 40, ReadQuality.Actual), new QualityRun(41, 48, ReadQuality.Substituted, "14", "79")],
        0,
        new SourceReference(importId, day + 2));

    public static RegisterRead ReadOf(
        string servicePointId, int day, string importId, long value, ReadKind kind = ReadKind.Scheduled) => new(
        servicePointId, "11", "M-1", Day.PlusDays(day), value, 0, ReadQuality.Actual, kind, 0,
        new SourceReference(importId, day + 2));

    public static ImportHeader Header(string importId, DateTimeOffset at) =>
        new(importId, "usage.csv", "nem12", "person", "ada", at);

    public static ImportItem Item(int line) => new(
        new WireDay(
            "SP", "E1", null, "kWh", "import", new DateOnly(2025, 1, 1), 30, 600, 3, [.. Enumerable.Repeat(7L, 48)],
            [new WireRun(1, 48, "actual")], null, line));

    public static ImmutableArray<ImportItem> Items(int count) => [.. Enumerable.Range(1, count).Select(Item)];

    public static WorkedBatch Worked(string importId, int sequence, params ImmutableArray<IntervalDay> days) =>
        new(importId, sequence, days, [], []);

    public static WorkedBatch Worked(string importId, int sequence, params ImmutableArray<ReadRecord> reads) =>
        new(importId, sequence, [], reads, []);

    public static UsageQuery Query(string servicePointId) =>
        new(servicePointId, Day, Day.PlusMonths(1), Day.PlusDays(-1), Day.PlusMonths(1));
}
