using System.Collections.Immutable;
using BillingActors.Domain.Metering;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.Metering;
using BillingActors.Grains.Mapping;
using BillingActors.Grains.MasterData;
using BillingActors.Storage.Imports;

namespace BillingActors.Grains.Imports;

/// <summary>
/// Checks metered records against the service points they name: unknown point, meter or channel, other unit, or reads
/// whose difference is not what the source says was used. What fails waits in the worklist.
/// </summary>
internal sealed class MeterRecords(MasterCatalogue catalogue)
{
    public async Task<MeteredRecords> Apply(
        string importId, ImmutableArray<ImportItem> items, CancellationToken cancellation)
    {
        var ids = items
            .Select(item => item.Day?.ServicePointId ?? item.Read?.ServicePointId)
            .OfType<string>()
            .ToHashSet(StringComparer.Ordinal);
        var points = await catalogue.ServicePoints(ids, cancellation);
        var days = ImmutableArray.CreateBuilder<IntervalDay>();
        var reads = ImmutableArray.CreateBuilder<ReadRecord>();
        var rejected = ImmutableArray.CreateBuilder<RejectedRecord>();
        foreach (var item in items)
        {
            if (item.Day is { } day)
            {
                if (Problem(day, points.GetValueOrDefault(day.ServicePointId)) is { } problem)
                    rejected.Add(new RejectedRecord(item, problem));
                else
                    days.Add(day.ToDomain(importId));
            }
            else if (item.Read is { } read)
            {
                var (record, problem) = Check(read, points.GetValueOrDefault(read.ServicePointId), importId);
                if (problem is not null)
                    rejected.Add(new RejectedRecord(item, problem));
                else
                    reads.Add(record!);
            }
        }
        return new MeteredRecords(days.ToImmutable(), reads.ToImmutable(), rejected.ToImmutable());
    }

    private static RecordProblem? Problem(ChannelDay day, ServicePoint? point)
    {
        if (point is null)
            return Wrong(day.Line, "service-point", "service-point-unknown", NoPoint(day.ServicePointId));
        var at = day.Day.ToDomain();
        var meters = point.Meters
            .Where(meter => meter.InstalledOn <= at && (meter.RemovedOn is not { } gone || at < gone))
            .ToList();
        if (meters.Count == 0)
            return Wrong(day.Line, "day", "meter-unknown", $"No meter was there on {day.Day:yyyy-MM-dd}.");
        if (meters.SelectMany(meter => meter.Channels).FirstOrDefault(c => c.Id == day.Channel) is not { } channel)
            return Wrong(day.Line, "channel", "channel-unknown", $"The meter has no channel '{day.Channel}'.");
        return channel.Unit == day.Unit
            ? null
            : Wrong(day.Line, "unit", "unit-mismatch", $"The channel counts {channel.Unit}, not {day.Unit}.");
    }

    private static (ReadRecord? Record, RecordProblem? Problem) Check(
        MeterRead read, ServicePoint? point, string importId)
    {
        if (point is null)
            return (null, Wrong(read.Line, "service-point", "service-point-unknown", NoPoint(read.ServicePointId)));
        var meters = point.Meters
            .Where(meter => read.MeterSerial.Length == 0 || meter.Serial == read.MeterSerial)
            .ToList();
        if (meters.Count == 0)
            return (null, Wrong(read.Line, "meter", "meter-unknown", $"There is no meter '{read.MeterSerial}'."));
        var (meter, register) = meters
            .SelectMany(meter => meter.Registers, (meter, register) => (meter, register))
            .LastOrDefault(pair => pair.register.Id == read.Register);
        return register is null
            ? (null, Wrong(read.Line, "register", "register-unknown", $"There is no register '{read.Register}'."))
            : Problem(read, register) is { } problem
                ? (null, problem)
                : (new ReadRecord(Reads(read, importId, meter.Serial)), null);
    }

    private static RecordProblem? Problem(MeterRead read, Register register)
    {
        if (register.Unit != read.Unit)
            return Wrong(read.Line, "unit", "unit-mismatch", $"The register counts {register.Unit}, not {read.Unit}.");
        return ReadPlausibility.Fits(read.ToClaim(), register)
            ? null
            : Wrong(
                read.Line,
                "quantity",
                "quantity-mismatch",
                $"{read.PreviousValue} to {read.Value} is not {read.Quantity} by any rule (scale {read.Scale}).");
    }

    private static ImmutableArray<RegisterRead> Reads(MeterRead read, string importId, string serial)
    {
        var current = read.ToDomain(importId, serial);
        if (read.PreviousOn is not { } on || read.PreviousValue is not { } value)
            return [current];
        var before = current with
        {
            On = on.ToDomain(),
            Value = value,
            Quality = read.PreviousQuality is { } quality ? MeterMapping.ToQuality(quality) : current.Quality,
            Kind = ReadKind.Scheduled,
        };
        return [before, current];
    }

    private static string NoPoint(string id) => $"There is no service point '{id}'.";

    private static RecordProblem Wrong(int line, string field, string rule, string detail) =>
        new(line, field, rule, detail);
}
