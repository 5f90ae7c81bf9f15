using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Charging;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Storage.Charging;

/// <summary>Records that were rated when they came; written with the events of their account, read for bills.</summary>
public interface IUsageStore
{
    /// <summary>Kept records of many contracts in few statements, in the order in which they came.</summary>
    Task<ImmutableArray<StoredUsage>> Records(
        IReadOnlyList<UsageRecordQuery> queries, CancellationToken cancellation);

    /// <summary>Keys of the records of a billed period.</summary>
    Task<ReadOnlyMemory<byte>> Keys(
        string accountKey, string contractId, Period period, CancellationToken cancellation);

    /// <summary>What was rated after a version of the account, oldest first, so many batches.</summary>
    Task<ImmutableArray<(long Version, AccountEvent.UsageRated Rated)>> Rated(
        string accountKey, long afterVersion, int countMax, CancellationToken cancellation);

    /// <summary>Records of the account that are set aside, in the order of their names, so many.</summary>
    Task<ImmutableArray<UsageRecord>> SetAside(
        string accountKey, string afterName, int countMax, CancellationToken cancellation);

    /// <summary>The record of the account that is set aside under the name; none where there is none.</summary>
    Task<ImmutableArray<UsageRecord>> SetAsideAs(string accountKey, string name, CancellationToken cancellation);

    /// <summary>Ends the work on records that were set aside and turned out to be rated already.</summary>
    Task Settle(
        string accountKey, ImmutableArray<string> names, string actorId, CancellationToken cancellation);
}
