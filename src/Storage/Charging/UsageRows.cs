using System.Collections.Immutable;

namespace BillingActors.Storage.Charging;

/// <summary>What a commit stores beside the events of records that were rated when they came.</summary>
/// <param name="Kept">The records, sealed.</param>
/// <param name="SetAside">Records that a person must look at.</param>
/// <param name="Settled">Names of records that were set aside before and are rated now.</param>
public sealed record UsageRows(
    ImmutableArray<UsageRecordRow> Kept, ImmutableArray<UsageSuspenseRow> SetAside, ImmutableArray<string> Settled);
