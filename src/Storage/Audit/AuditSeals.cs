using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Verification;

namespace BillingActors.Storage.Audit;

/// <summary>Makes seals: the heads of all chains of one moment, their Merkle root, a signature.</summary>
internal sealed class AuditSeals(ISealTable table, Func<SealKey> key) : IAuditSeals, IDisposable
{
    // Without rows of documents an account's last link stands by itself; the next event is written on both.
    private const string SelectHeads = """
        select a.account_key, a.version, a.link, i.hash
        from account a left join invoice i on i.account_key = a.account_key and i.version = a.version
        order by a.account_key
        """;

    private const string SelectAdministration = "select position, link from audit_head where id = 1";

    private readonly Lazy<SealKey> _key = new(key);

    /// <inheritdoc />
    public string PublicKey => _key.Value.PublicPem;

    /// <inheritdoc />
    public async Task<AuditSeal?> Seal(SealRequest request, CancellationToken cancellation)
    {
        var last = (await table.List(0, 1, cancellation)).FirstOrDefault();
        if (request.Newest is { } newest && newest != (last?.Number ?? 0))
            return null;
        var heads = await table.OnBooks(books => Heads.Of(books, cancellation), cancellation);
        var at = new DateTimeOffset(
            request.At.UtcTicks - (request.At.UtcTicks % TimeSpan.TicksPerSecond), TimeSpan.Zero);
        var seal = new AuditSeal(
            (last?.Number ?? 0) + 1, at, heads.AccountCount, heads.EntryCount, heads.Root,
            last?.Hash() ?? AuditSeal.Nothing, "", "").SignedBy(_key.Value);
        var number = seal.Number.ToString(CultureInfo.InvariantCulture);
        var noted = new AuditEntry(
            request.At, request.ActorId, request.Source, "sealed", new AuditSubject("seal", number), request.RequestId)
        {
            After = seal.Root,
        };
        return await table.Add(seal, heads.Parts, noted, cancellation) ? seal : null;
    }

    /// <inheritdoc />
    public Task<ImmutableArray<AuditSeal>> List(long before, int countMax, CancellationToken cancellation) =>
        table.List(before, countMax, cancellation);

    /// <inheritdoc />
    public void Dispose()
    {
        if (_key.IsValueCreated)
            _key.Value.Dispose();
    }

    /// <summary>The heads of all chains of one moment.</summary>
    private sealed record Heads(string Root, long AccountCount, long EntryCount, IReadOnlyList<byte[]> Parts)
    {
        public static Heads Of(Books books, CancellationToken cancellation)
        {
            var (tree, parts, count) = (new MerkleTree(), new List<byte[]>(), 0L);
            foreach (var page in books.Read(SelectHeads, ReadHead).Chunk(SealPart.CountMax))
            {
                cancellation.ThrowIfCancellationRequested();
                foreach (var head in page)
                    tree.Add(head.Leaf());
                parts.Add(SealPart.Write(page));
                count += page.Length;
            }
            var administration = books.Read(
                SelectAdministration, row => new SealedHead("", row.GetInt64(0), Books.Bytes(row, 1))).Single();
            tree.Add(administration.Leaf());
            return new Heads(
                Convert.ToHexStringLower(tree.Root()), count, administration.Version, parts);
        }

        private static SealedHead ReadHead(System.Data.Common.DbDataReader row)
        {
            var link = Books.Bytes(row, 2);
            return new SealedHead(
                row.GetString(0), row.GetInt64(1),
                row.IsDBNull(3) ? link : HashChain.WithDocument(link, Books.Bytes(row, 3)));
        }
    }
}
