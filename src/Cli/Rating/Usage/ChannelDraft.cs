using BillingActors.Domain.Metering;
using NodaTime;

namespace BillingActors.Cli.Rating.Usage;

/// <summary>The values of a channel as they are read.</summary>
/// <param name="Name">Name of the channel.</param>
/// <param name="Unit">Unit of its values.</param>
/// <param name="Direction">Delivered or received.</param>
internal sealed record ChannelDraft(string Name, string Unit, Direction Direction)
{
    /// <summary>Whether the values are the mean power of their intervals, in the unit of energy per hour.</summary>
    public bool IsPower { get; init; }

    /// <summary>Each value with its line and the instant at which its interval begins; null: missing.</summary>
    public List<(Instant Start, decimal? Value, int Line)> Values { get; } = [];
}
