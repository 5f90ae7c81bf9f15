using System.Collections.Immutable;
using System.Globalization;
using System.Runtime.CompilerServices;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Invoicing;
using BillingActors.Storage.Cash;

namespace BillingActors.Storage.Accounts;

/// <summary>The account store on top of one database's reader and flush: prepare, hand over, answer.</summary>
internal sealed class AccountStore(
    IAccountReader reader, IFlush flush, int writerCount, StorageOptions options, PaymentWords? words = null)
    : IAccountStore, IChainVerifier, IAsyncDisposable
{
    private const int ReadCountMax = 500;

    private readonly GroupCommit _group = new(flush, writerCount, options);
    private readonly LargeAccounts _large = new();

    public async Task<LoadedAccount> Load(string accountKey, CancellationToken cancellation) =>
        (await LoadMany([accountKey], cancellation))[0];

    public async Task<ImmutableArray<LoadedAccount>> LoadMany(
        IReadOnlyList<string> accountKeys, CancellationToken cancellation)
    {
        if (accountKeys.Count == 0)
            return [];
        var known = accountKeys.Select(_large.Find).OfType<LoadedAccount>().ToList();
        var loaded = known.Count == 0
            ? await LoadWhole(accountKeys, cancellation)
            : await LoadRest(accountKeys, known, cancellation);
        foreach (var account in loaded)
            _large.Keep(account);
        return loaded;
    }

    public async Task<LoadedAccount> Append(AccountCommit commit, CancellationToken cancellation)
    {
        cancellation.ThrowIfCancellationRequested();
        var stored = await _group.Append(await Prepare(commit, cancellation));
        _large.Keep(stored);
        return stored;
    }

    public async Task<PageOutcome> AppendPage(
        IReadOnlyList<AccountCommit> commits, PageCheckpoint? checkpoint, CancellationToken cancellation)
    {
        if (commits.Count == 0 && checkpoint is null)
            return new PageOutcome([], []);
        var prepared = new List<PreparedCommit>(commits.Count);
        foreach (var commit in commits)
            prepared.Add(await Prepare(commit, cancellation));
        prepared.Sort((left, right) => string.CompareOrdinal(left.Key, right.Key));
        for (var i = 1; i < prepared.Count; i++)
        {
            if (prepared[i].Key == prepared[i - 1].Key)
                throw new ArgumentException($"Account {prepared[i].Key} occurs twice in a page.", nameof(commits));
        }
        cancellation.ThrowIfCancellationRequested();
        var stored = await flush.Write(prepared, checkpoint, cancellation);
        foreach (var winner in stored.Where(one => one.Prepared.LastVersion >= LargeAccounts.EventCountMin))
            _large.Keep(winner.After);
        var winners = stored.Select(winner => winner.Prepared).ToHashSet();
        return new PageOutcome(
            stored,
            [.. prepared.Where(commit => !winners.Contains(commit)).Select(commit => commit.Key)]);
    }

    public Task<CommandReceipt?> FindReceipt(string accountKey, string commandId, CancellationToken cancellation) =>
        reader.FindReceipt(accountKey, commandId, cancellation);

    public Task<IReadOnlyList<Occupancy>> ReadOccupied(
        IReadOnlyCollection<string> servicePointIds, CancellationToken cancellation) =>
        reader.ReadOccupied(servicePointIds, cancellation);

    public async Task<Invoice?> ReadInvoice(string accountKey, string invoiceId, CancellationToken cancellation)
    {
        var last = invoiceId.AsSpan(invoiceId.LastIndexOf('.') + 1);
        if (!long.TryParse(last, NumberStyles.None, CultureInfo.InvariantCulture, out var version))
            return null;
        var body = await reader.ReadDocument(accountKey, version, cancellation);
        return body is not null && AccountEventJson.ReadInvoice(body) is var invoice && invoice.InvoiceId == invoiceId
            ? invoice
            : null;
    }

    public async IAsyncEnumerable<StoredEvent> ReadEvents(
        string accountKey, long afterVersion, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await foreach (var row in ReadRows(accountKey, afterVersion, cancellation))
            yield return new StoredEvent(row.Happened, row.Envelope, row.Previous);
    }

    public Task<ChainFault?> Verify(string accountKey, CancellationToken cancellation) =>
        ChainVerification.Of(reader, accountKey, ReadRows(accountKey, 0, cancellation), cancellation);

    public ValueTask DisposeAsync() => _group.DisposeAsync();

    private async ValueTask<PreparedCommit> Prepare(AccountCommit commit, CancellationToken cancellation)
    {
        var prepared = PreparedCommit.Of(commit);
        if (words is not null)
            prepared.Words = await words.Of(prepared, cancellation);
        return prepared;
    }

    private async Task<ImmutableArray<LoadedAccount>> LoadWhole(
        IReadOnlyList<string> accountKeys, CancellationToken cancellation)
    {
        var (snapshots, tails) = await reader.Read(accountKeys, cancellation);
        return AccountFold.Of(accountKeys, snapshots, tails);
    }

    /// <summary>Of accounts that are known only the events since are read.</summary>
    private async Task<ImmutableArray<LoadedAccount>> LoadRest(
        IReadOnlyList<string> accountKeys, List<LoadedAccount> known, CancellationToken cancellation)
    {
        var tails = await reader.ReadTails([.. known.Select(account => (account.Key, account.Version))], cancellation);
        var accounts = AccountFold.Later(known, tails);
        var others = accountKeys.Where(key => !accounts.ContainsKey(key)).ToList();
        if (others.Count > 0)
        {
            foreach (var account in await LoadWhole(others, cancellation))
                accounts.Add(account.Key, account);
        }
        return [.. accountKeys.Select(key => accounts[key])];
    }

    /// <summary>Page by page: no connection is held while the reader of the events does something else.</summary>
    private async IAsyncEnumerable<EventRow> ReadRows(
        string accountKey, long afterVersion, [EnumeratorCancellation] CancellationToken cancellation)
    {
        IReadOnlyList<EventRow> rows;
        do
        {
            rows = await reader.ReadEvents(accountKey, afterVersion, ReadCountMax, cancellation);
            foreach (var row in rows)
                yield return row;
            if (rows.Count > 0)
                afterVersion = rows[^1].Envelope.Version;
        }
        while (rows.Count == ReadCountMax);
    }
}
