using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.MasterData;

/// <summary>A device at a service point from its installation until its removal.</summary>
/// <param name="Serial">Serial number.</param>
/// <param name="InstalledOn">First day.</param>
/// <param name="RemovedOn">Day of removal, exclusive.</param>
/// <param name="Registers">Counters.</param>
/// <param name="Channels">Interval channels.</param>
[GenerateSerializer, Immutable, Alias("meter-record")]
public sealed record MeterRecord(
    [property: Id(0)] string Serial,
    [property: Id(1)] DateOnly InstalledOn,
    [property: Id(2)] DateOnly? RemovedOn,
    [property: Id(3)] ImmutableArray<RegisterRecord> Registers,
    [property: Id(4)] ImmutableArray<ChannelRecord> Channels);
