using System.Collections.Immutable;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Charging;

/// <summary>What a contract used in a bill period, as far as it came.</summary>
/// <param name="Period">The bill period.</param>
public sealed record UsagePeriod(Period Period)
{
    /// <summary>Keys of its records that are at hand; those of bills before are kept apart.</summary>
    public ReadOnlyMemory<byte> Ids { get; init; }

    /// <summary>Whether keys of it are kept apart, so that a record must be looked for there too.</summary>
    public bool HasStoredIds { get; init; }

    /// <summary>What all its records have come to, by charge.</summary>
    public ImmutableArray<UsageSum> Sums { get; init; } = [];

    /// <summary>Allowances and connections before its first record; null: none were left.</summary>
    public UsageBalances? Opening { get; init; }

    /// <summary>Allowances and connections after the record that came last; null: as before the first.</summary>
    public UsageBalances? Live { get; init; }

    /// <summary>Version of the account at which the last of its records came.</summary>
    public long LastVersion { get; init; }

    /// <summary>Versions at which records came after it was billed that are on no bill yet.</summary>
    public ImmutableArray<long> LateVersions { get; init; } = [];

    /// <summary>What these have come to, by charge.</summary>
    public ImmutableArray<UsageSum> LateSums { get; init; } = [];

    /// <summary>Whether records wait that came after it was billed.</summary>
    internal bool HasLate => !LateVersions.IsDefaultOrEmpty;
}
