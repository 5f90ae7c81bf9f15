using BillingActors.Domain.Metering;
using Wire = BillingActors.Grains.Interfaces;

namespace BillingActors.Grains.Mapping;

/// <summary>Reads, interval days, meters and service points, wire ↔ domain.</summary>
public static class MeterMapping
{
    public static IntervalDay ToDomain(this Wire.Metering.ChannelDay day, string importId) => new(
        day.ServicePointId,
        day.Channel,
        day.Day.ToDomain(),
        day.IntervalMinutes,
        day.OffsetMinutes,
        day.Unit,
        day.Scale,
        day.Values,
        [.. day.Quality.Select(run =>
            new QualityRun(run.First, run.Last, ToQuality(run.Quality), run.Method, run.Reason))],
        0,
        new SourceReference(importId, day.Line));

    public static RegisterRead ToDomain(this Wire.Metering.MeterRead read, string importId, string serial) => new(
        read.ServicePointId,
        read.Register,
        serial,
        read.On.ToDomain(),
        read.Value,
        read.Scale,
        ToQuality(read.Quality),
        ToKind(read.Kind),
        0,
        new SourceReference(importId, read.Line));

    public static ServicePoint ToDomain(this Wire.MasterData.ServicePointRecord record) =>
        new(record.Id, record.EntityId, [.. record.Meters.Select(ToDomain)])
        {
            TaxPlaces = TaxMapping.PlacesOf(record.TaxPlaces),
        };

    public static ReadQuality ToQuality(string quality) => quality switch
    {
        "actual" => ReadQuality.Actual,
        "customer" => ReadQuality.Customer,
        "estimated" => ReadQuality.Estimated,
        "substituted" => ReadQuality.Substituted,
        "final-substituted" => ReadQuality.FinalSubstituted,
        "forward-estimate" => ReadQuality.ForwardEstimate,
        "missing" => ReadQuality.Missing,
        _ => throw new ArgumentException($"'{quality}' is no quality of a read.", nameof(quality)),
    };

    public static Direction ToDirection(string direction) => direction switch
    {
        "import" => Direction.Import,
        "export" => Direction.Export,
        _ => throw new ArgumentException($"'{direction}' is no direction.", nameof(direction)),
    };

    private static ReadKind ToKind(string kind) => kind switch
    {
        "scheduled" => ReadKind.Scheduled,
        "special" => ReadKind.Special,
        "install" => ReadKind.Install,
        "final" => ReadKind.Final,
        _ => throw new ArgumentException($"'{kind}' is no kind of read.", nameof(kind)),
    };

    private static Meter ToDomain(Wire.MasterData.MeterRecord meter) => new(
        meter.Serial,
        meter.InstalledOn.ToDomain(),
        meter.RemovedOn.ToDomain(),
        [.. meter.Registers.Select(r => new Register(r.Id, r.Unit, ToDirection(r.Direction), r.Digits, r.Multiplier))],
        [.. meter.Channels.Select(c =>
            new Channel(c.Id, c.Unit, ToDirection(c.Direction), c.IntervalMinutes, c.OffsetMinutes))]);
}
