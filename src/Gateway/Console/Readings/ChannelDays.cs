using System.Collections.Immutable;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>Days of a channel, every day of the period once.</summary>
/// <param name="Channel">Channel.</param>
/// <param name="Unit">Unit of its quantities.</param>
/// <param name="Days">The days in order; null where nothing came.</param>
public sealed record ChannelDays(string Channel, string Unit, ImmutableArray<(DateOnly On, UsageDay? Day)> Days)
{
    /// <summary>Days of which nothing or not all came.</summary>
    public int GapCount => Days.Count(one => one.Day is not { MissingCount: 0 });

    /// <summary>Days that rest on estimates, at least in part.</summary>
    public int EstimatedCount => Days.Count(one => one.Day is { EstimatedCount: > 0 });

    /// <summary>Days that were corrected after they had come.</summary>
    public int CorrectedCount => Days.Count(one => one.Day is { Version: > 1 });
}
