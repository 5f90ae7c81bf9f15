using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using BillingActors.Storage.Privacy;

namespace BillingActors.Storage.MasterData;

/// <summary>Master data with personal bodies encrypted on the way down and decrypted on the way up.</summary>
internal sealed class MasterDataStore(IMasterDataTable table, KeyRing keys) : IMasterDataStore, ICustomerSearch
{
    public async Task<MasterRecord?> Newest(MasterKind kind, string id, CancellationToken cancellation) =>
        (await NewestOf(kind, [id], cancellation)).FirstOrDefault();

    public async Task<ImmutableArray<MasterRecord>> NewestOf(
        MasterKind kind, IReadOnlyCollection<string> ids, CancellationToken cancellation) =>
        ids.Count == 0 ? [] : await Open(kind, await table.NewestOf(kind, ids, cancellation), cancellation);

    public async Task<ImmutableArray<MasterRecord>> History(
        MasterKind kind, string id, CancellationToken cancellation) =>
        await Open(kind, await table.History(kind, id, cancellation), cancellation);

    public async Task<ImmutableArray<MasterRecord>> List(
        MasterKind kind, string afterId, int countMax, CancellationToken cancellation) =>
        await Open(kind, await table.List(kind, afterId, countMax, cancellation), cancellation);

    public async Task Append(IReadOnlyList<MasterChange> changes, CancellationToken cancellation)
    {
        if (changes.Count == 0)
            return;
        if (changes.CountBy(change => (change.Record.Kind, change.Record.Id)).FirstOrDefault(pair => pair.Value > 1) is
            { Value: > 1 } twice)
            throw new ArgumentException($"The {twice.Key.Kind} '{twice.Key.Id}' occurs twice.", nameof(changes));
        var customers = changes.Where(change => change.Record.Kind == MasterKind.Customer).ToList();
        var personal = changes.Where(change => MasterKindNames.IsPersonal(change.Record.Kind)).ToList();
        var (sealedKeys, known) = await KeysFor(personal, cancellation);
        var records = changes
            .Select(change => change.Record)
            .Select(record => MasterKindNames.IsPersonal(record.Kind) ? Seal(record, known[record.Id]) : record)
            .OrderBy(record => record.Kind)
            .ThenBy(record => record.Id, StringComparer.Ordinal)
            .ToList();
        var changed = customers.Where(c => c.Record.Version > 1).Select(c => c.Record.Id).ToList();
        var tokens = await Tokens(customers, cancellation);
        await table.Append(new MasterAppend(records, sealedKeys, changed, tokens), cancellation);
    }

    public async Task<ImmutableArray<string>> Find(
        IReadOnlyCollection<string> entityIds, string text, int countMax, CancellationToken cancellation)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var entityId in entityIds)
        {
            var index = new BlindIndex(await keys.EntityKey(entityId, cancellation));
            var tokens = index.Ask(text).SelectMany((word, i) => word.Select(token => (i, token))).ToList();
            if (tokens.Count > 0)
                found.UnionWith(await table.Find(tokens, countMax, cancellation));
        }
        return [.. found.Take(countMax)];
    }

    /// <summary>
    /// What the envelope of a body belongs to: the kind by its stored name, the customer, the version.
    /// </summary>
    public static string Place(string kind, string customerId, long version) =>
        string.Create(CultureInfo.InvariantCulture, $"{kind}/{customerId}/{version}");

    private static string Place(MasterRecord record) =>
        Place(MasterKindNames.NameOf(record.Kind), record.Id, record.Version);

    private static MasterRecord Seal(MasterRecord record, byte[] key) =>
        record with { Body = PersonalDataCipher.Encrypt(key, record.Body.Span, Place(record)) };

    private async Task<(List<WrappedKey> New, Dictionary<string, byte[]> Known)> KeysFor(
        List<MasterChange> customers, CancellationToken cancellation)
    {
        var added = new List<WrappedKey>();
        if (customers.Count == 0)
            return (added, []);
        var known = await keys.CustomerKeys([.. customers.Select(customer => customer.Record.Id)], cancellation);
        foreach (var (record, _) in customers)
        {
            if (known.TryGetValue(record.Id, out var had))
            {
                if (had.Length == 0)
                    throw new PersonalDataKeyException($"Customer '{record.Id}' was erased; nothing is stored of it.");
                continue;
            }
            var (key, wrapped) = await keys.NewCustomerKey(record.Id, record.EntityId, cancellation);
            known.Add(record.Id, key);
            added.Add(wrapped);
        }
        return (added, known);
    }

    private async Task<List<(string CustomerId, SearchToken Token)>> Tokens(
        List<MasterChange> customers, CancellationToken cancellation)
    {
        var tokens = new List<(string CustomerId, SearchToken Token)>();
        foreach (var entity in customers.GroupBy(customer => customer.Record.EntityId, StringComparer.Ordinal))
        {
            var index = new BlindIndex(await keys.EntityKey(entity.Key, cancellation));
            foreach (var (record, terms) in entity)
                tokens.AddRange(index.TokensOf(terms.IsDefault ? [] : terms).Select(token => (record.Id, token)));
        }
        return tokens;
    }

    private async Task<ImmutableArray<MasterRecord>> Open(
        MasterKind kind, IReadOnlyList<MasterRecord> stored, CancellationToken cancellation)
    {
        if (!MasterKindNames.IsPersonal(kind) || stored.Count == 0)
            return [.. stored];
        var ids = stored.Select(record => record.Id).Distinct(StringComparer.Ordinal).ToList();
        var known = await keys.CustomerKeys(ids, cancellation);
        return [.. stored.Select(record => Open(record, known)).OfType<MasterRecord>()];
    }

    private static MasterRecord? Open(MasterRecord record, Dictionary<string, byte[]> known) =>
        known.GetValueOrDefault(record.Id) switch
        {
            null => throw new PersonalDataKeyException(
                $"The key of customer '{record.Id}' is gone; its data cannot be read."),
            { Length: 0 } => Erased(record),
            var key => record with { Body = PersonalDataCipher.Decrypt(key, record.Body.Span, Place(record)) },
        };

    /// <summary>
    /// Of who was erased only the id is left; what hung on the person, such as its tax status, is not.
    /// </summary>
    private static MasterRecord? Erased(MasterRecord record) => record.Kind != MasterKind.Customer
        ? null
        : record with
        {
            Body = JsonSerializer.SerializeToUtf8Bytes(new
            {
                id = record.Id,
                entityId = record.EntityId,
                name = "(erased)",
                contacts = Array.Empty<string>(),
            }),
        };
}
