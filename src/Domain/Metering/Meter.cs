using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Metering;

/// <summary>A device at a service point from the day it was installed until the day it was removed.</summary>
/// <param name="Serial">Serial number of the maker or the owner.</param>
/// <param name="InstalledOn">First day.</param>
/// <param name="RemovedOn">Day of removal, exclusive; null while it is in place.</param>
/// <param name="Registers">Its counters.</param>
/// <param name="Channels">Its interval channels.</param>
public sealed record Meter(
    string Serial,
    LocalDate InstalledOn,
    LocalDate? RemovedOn,
    ImmutableArray<Register> Registers,
    ImmutableArray<Channel> Channels);
