using System.Collections.Immutable;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>What a charge adds up: series of intervals and uses of registers.</summary>
/// <param name="Channels">Series in the unit of the charge.</param>
/// <param name="Registers">Uses in the units of the registers.</param>
internal sealed record MeterSources(ImmutableArray<ChannelSeries> Channels, ImmutableArray<RegisterUse> Registers)
{
    /// <summary>Whether there is nothing to add up: a reason says why.</summary>
    public bool IsNone => Channels.IsEmpty && Registers.IsEmpty;
}
