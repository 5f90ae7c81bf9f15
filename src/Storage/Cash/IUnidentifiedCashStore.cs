using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Storage.Reports;

namespace BillingActors.Storage.Cash;

/// <summary>
/// Money nobody knows the account of, and the work that waits with it. A row is its own entry in the books; where its
/// account is found, it is claimed for it first, so that a crash on the way cannot give it to two.
/// </summary>
public interface IUnidentifiedCashStore
{
    /// <summary>
    /// Adds what is new, each with its row of the worklist; says of each whether it is new, known word for word,
    /// known with another content, or held by an account: a page of payments that is stored at the same time comes
    /// before or after.
    /// </summary>
    Task<ImmutableArray<AddedCash>> Add(ImmutableArray<UnidentifiedCash> cash, CancellationToken cancellation);

    /// <summary>Which of these ids of a legal entity are here, moved or not.</summary>
    Task<ImmutableHashSet<string>> Known(
        string entityId, IReadOnlyCollection<string> cashIds, CancellationToken cancellation);

    /// <summary>
    /// Which accounts of a legal entity have receipts of these ids. One that went back whole counts no more: the money
    /// may be booked where it belongs.
    /// </summary>
    Task<ImmutableArray<HeldReceipt>> Holders(
        string entityId, IReadOnlyCollection<string> receiptIds, CancellationToken cancellation);

    /// <summary>One piece, or null.</summary>
    Task<UnidentifiedCash?> Read(string entityId, string cashId, CancellationToken cancellation);

    /// <summary>What is not moved yet, in order of entity and id, after "entity/id".</summary>
    Task<ImmutableArray<UnidentifiedCash>> Waiting(
        EntityScope scope, string afterKey, int countMax, CancellationToken cancellation);

    /// <summary>The last of what is not moved yet, in the same order.</summary>
    Task<ImmutableArray<UnidentifiedCash>> LastWaiting(
        EntityScope scope, int countMax, CancellationToken cancellation);

    /// <summary>Claims it for an account; true also where it was claimed for this one before.</summary>
    Task<bool> Claim(string entityId, string cashId, string accountId, CancellationToken cancellation);

    /// <summary>Gives a claim up: the account did not take it.</summary>
    Task Release(string entityId, string cashId, CancellationToken cancellation);

    /// <summary>Ends it and its row of the worklist: the account has it.</summary>
    Task Complete(string entityId, string cashId, string actorId, CancellationToken cancellation);
}
