using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.MasterData;

namespace BillingActors.Cli.Demo.Reference;

/// <summary>Turns what the files show into service points with their meters.</summary>
internal static class ServicePoints
{
    /// <summary>The record of a service point.</summary>
    public static ServicePointRecord Of(SurveyedPoint point)
    {
        var meters = ImmutableArray.CreateBuilder<MeterRecord>();
        var serials = point.Registers.GroupBy(register => register.MeterSerial, StringComparer.Ordinal)
            .OrderBy(meter => meter.Min(register => register.ReadDays.Min)).ToList();
        foreach (var meter in serials)
            meters.Add(new MeterRecord(
                meter.Key, meter.Min(register => register.ReadDays.Min), RemovedOn(meter, serials),
                [.. meter.DistinctBy(register => register.Id, StringComparer.Ordinal).Select(RegisterOf)], []));
        if (point.Channels.Count > 0)
            AddChannels(point, meters);
        return new ServicePointRecord(point.Id, point.Market, meters.ToImmutable());
    }

    private static void AddChannels(SurveyedPoint point, ImmutableArray<MeterRecord>.Builder meters)
    {
        var installed = point.Channels.Min(channel => channel.FirstDay);
        ImmutableArray<ChannelRecord> channels =
        [
            .. point.Channels.Select(channel => new ChannelRecord(
                channel.Id, channel.Unit, channel.Direction, channel.IntervalMinutes, channel.OffsetMinutes)),
        ];
        var place = meters.ToList().FindIndex(meter => meter.Serial == point.Serial);
        if (place < 0)
            meters.Add(new MeterRecord(point.Serial, installed, null, [], channels));
        else
            meters[place] = meters[place] with
            {
                InstalledOn = installed < meters[place].InstalledOn ? installed : meters[place].InstalledOn,
                RemovedOn = null,
                Channels = channels,
            };
    }

    // A later meter with a register of the same name took over: this one went with its last read.
    private static DateOnly? RemovedOn(
        IGrouping<string, SurveyedRegister> meter, List<IGrouping<string, SurveyedRegister>> all)
    {
        var names = meter.Select(register => register.Id).ToHashSet(StringComparer.Ordinal);
        var isReplaced = all.SkipWhile(other => other.Key != meter.Key).Skip(1)
            .Any(later => later.Any(register => names.Contains(register.Id)));
        if (!isReplaced)
            return null;
        var (first, last) = (meter.Min(register => register.ReadDays.Min),
            meter.Max(register => register.ReadDays.Max));
        return last > first ? last : first.AddDays(1);
    }

    private static RegisterRecord RegisterOf(SurveyedRegister register) =>
        new(register.Id, register.Unit, register.Direction, register.Digits, 1m);
}
