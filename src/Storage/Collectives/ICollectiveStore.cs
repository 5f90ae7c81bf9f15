using System.Collections.Immutable;
using BillingActors.Domain.Collectives;
using NodaTime;

namespace BillingActors.Storage.Collectives;

/// <summary>
/// Bills of children as rows, written with the children's own commits and taken with those of their parent; reading ten
/// thousand of them wakes no account.
/// </summary>
public interface ICollectiveStore
{
    /// <summary>Bills that wait for a parent, issued on a day at the latest, by child.</summary>
    Task<ImmutableArray<WaitingBill>> Waiting(
        string parentKey, LocalDate issuedThrough, int countMax, CancellationToken cancellation);

    /// <summary>Lines of a collective bill, by child, after a child and the version of its bill.</summary>
    Task<ImmutableArray<ChildBill>> Lines(
        string parentKey, string billId, (string AccountId, long Version) after, int countMax,
        CancellationToken cancellation);

    /// <summary>Ids of the accounts a parent pays for, in their order, after one.</summary>
    Task<ImmutableArray<string>> Children(
        string parentKey, string afterAccountId, int countMax, CancellationToken cancellation);
}
