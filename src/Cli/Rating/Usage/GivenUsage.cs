using System.Collections.Immutable;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Rating.Events;
using BillingActors.Grains.Interfaces.Tariffs.Recurring;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Cli.Rating.Usage;

/// <summary>Usage as a file gives it.</summary>
internal sealed record GivenUsage
{
    /// <summary>The days it covers; null where it says nothing of days without records.</summary>
    public Period? Covered { get; init; }

    /// <summary>The days of its first and last record, where it covers none.</summary>
    public (LocalDate First, LocalDate Last)? Seen { get; init; }

    /// <summary>Bill periods it is of, as those between reads; null where it tells none.</summary>
    public BillingCalendar? Cycle { get; init; }

    /// <summary>What was metered.</summary>
    public ContractUsage Metered { get; init; } = ContractUsage.None;

    /// <summary>Determinants in the place of what was metered.</summary>
    public DeterminantUsage? Determinants { get; init; }

    /// <summary>Calls, data and messages.</summary>
    public ImmutableArray<CallRecord> Calls { get; init; } = [];

    /// <summary>Events that were reported.</summary>
    public ImmutableArray<UsageEvent> Events { get; init; } = [];

    /// <summary>The life of a subscription; null: bill periods are those of the command.</summary>
    public SubscriptionLifeDocument? Life { get; init; }

    /// <summary>Whether something was delivered to the grid.</summary>
    public bool HasExport => Channels.Any(static channel => channel.Direction == Direction.Export)
        || Names.Any(static name => name.Contains("export", StringComparison.OrdinalIgnoreCase));

    /// <summary>Whether reactive energy was measured.</summary>
    public bool HasReactive => Channels.Select(static channel => channel.Unit).Concat(Names)
        .Any(static name => name.Contains("VArh", StringComparison.Ordinal));

    /// <summary>Minutes of its longest interval; zero where it has none.</summary>
    public int LongestInterval => Channels.Select(static channel => channel.IntervalMinutes).Append(0).Max();

    /// <summary>What a person should know of how it was read.</summary>
    public string? Remark { get; init; }

    /// <summary>Whether there is usage that needs bill periods.</summary>
    public bool IsOfPeriods => IsMetered || !Calls.IsEmpty;

    private bool IsMetered => Determinants is not null || Covered is not null;

    /// <summary>This usage with that of another file; two of a kind that stands alone are refused.</summary>
    public GivenUsage And(GivenUsage other)
    {
        if ((IsMetered && other.IsMetered) || (Life is not null && other.Life is not null))
        {
            throw UnratableException.Usage(new RatingError("", 0, "usage-mixed",
                "Two files have metered usage, or the life of a subscription; one of each is rated at a time."));
        }
        return (IsMetered ? this : other) with
        {
            Calls = [.. Calls, .. other.Calls],
            Events = [.. Events, .. other.Events],
            Life = Life ?? other.Life,
            Covered = Covered ?? other.Covered,
            Seen = Both(Seen, other.Seen),
            Remark = Remark ?? other.Remark,
        };
    }

    private static (LocalDate First, LocalDate Last)? Both(
        (LocalDate First, LocalDate Last)? one, (LocalDate First, LocalDate Last)? other) =>
        one is { } left && other is { } right
            ? (LocalDate.Min(left.First, right.First), LocalDate.Max(left.Last, right.Last))
            : one ?? other;

    /// <summary>The request with this usage.</summary>
    public RatingRequest AddTo(RatingRequest request) => request with
    {
        Usage = Metered,
        Determinants = Determinants,
        Calls = Calls,
        Events = Events,
    };

    private IEnumerable<Channel> Channels => Metered.ServicePoint.Meters.SelectMany(static meter => meter.Channels);

    private IEnumerable<string> Names =>
        (Determinants?.Periods ?? []).SelectMany(static period => period.Quantities.Keys);
}
