using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Invoicing;
using BillingActors.Storage.Accounts;

namespace BillingActors.Grains.Tests.Engine;

/// <summary>The account store of one silo behind a gate.</summary>
internal sealed class GatedStore(IAccountStore inner, StoreGate gate, string silo) : IAccountStore
{
    /// <summary>A page that is durable, with nobody told yet; a single write goes by its account.</summary>
    public const string StoredPage = "stored page";

    /// <summary>A page that was decided and is about to be stored.</summary>
    public const string DecidedPage = "decided page";

    public Task<LoadedAccount> Load(string accountKey, CancellationToken cancellation) =>
        inner.Load(accountKey, cancellation);

    public Task<ImmutableArray<LoadedAccount>> LoadMany(
        IReadOnlyList<string> accountKeys, CancellationToken cancellation) =>
        inner.LoadMany(accountKeys, cancellation);

    public async Task<LoadedAccount> Append(AccountCommit commit, CancellationToken cancellation)
    {
        await gate.Pass(commit.Before.Key, silo);
        return await inner.Append(commit, cancellation);
    }

    public async Task<PageOutcome> AppendPage(
        IReadOnlyList<AccountCommit> commits, PageCheckpoint? checkpoint, CancellationToken cancellation)
    {
        await gate.Pass(DecidedPage, silo);
        var outcome = await inner.AppendPage(commits, checkpoint, cancellation);
        await gate.Pass(StoredPage, silo);
        return outcome;
    }

    public Task<CommandReceipt?> FindReceipt(string accountKey, string commandId, CancellationToken cancellation) =>
        inner.FindReceipt(accountKey, commandId, cancellation);

    public Task<IReadOnlyList<Occupancy>> ReadOccupied(
        IReadOnlyCollection<string> servicePointIds, CancellationToken cancellation) =>
        inner.ReadOccupied(servicePointIds, cancellation);

    public Task<Invoice?> ReadInvoice(string accountKey, string invoiceId, CancellationToken cancellation) =>
        inner.ReadInvoice(accountKey, invoiceId, cancellation);

    public IAsyncEnumerable<StoredEvent> ReadEvents(
        string accountKey, long afterVersion, CancellationToken cancellation) =>
        inner.ReadEvents(accountKey, afterVersion, cancellation);
}
