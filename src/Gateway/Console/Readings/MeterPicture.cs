using System.Collections.Immutable;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>What was measured at a service point in some days.</summary>
/// <param name="ServicePointId">Service point.</param>
/// <param name="From">First day.</param>
/// <param name="Until">End day, exclusive.</param>
/// <param name="Channels">Interval days by channel.</param>
/// <param name="Registers">Reads by register.</param>
public sealed record MeterPicture(
    string ServicePointId,
    DateOnly From,
    DateOnly Until,
    ImmutableArray<ChannelDays> Channels,
    ImmutableArray<RegisterReads> Registers);
