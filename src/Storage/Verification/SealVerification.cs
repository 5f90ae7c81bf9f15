using System.Globalization;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Audit;

namespace BillingActors.Storage.Verification;

/// <summary>
/// Seals follow one another and are signed; the chains as they are now still pass through the newest one, and through
/// one
/// that was kept outside.
/// </summary>
internal sealed class SealVerification(Books books, Findings findings, CancellationToken cancellation)
{
    private const string SelectSeals = "select number, body from audit_seal order by number";

    private const string SelectParts = "select body from audit_seal_part where number = $1 order by part";

    // What an event was written on is the link after the one before it.
    private const string SelectLinks = """
        select account_key, version - 1, previous from account_event
        where account_key >= $1 and account_key <= $2 and version > 1
        """;

    private const string SelectHeads = """
        select a.account_key, a.version, a.link, i.hash
        from account a left join invoice i on i.account_key = a.account_key and i.version = a.version
        where a.account_key >= $1 and a.account_key <= $2
        """;

    public void Check(OutsideSeal? outside)
    {
        var seals = ReadSeals();
        var checkedSeals = new List<AuditSeal>();
        if (outside is not null && AgreesWith(outside, seals))
            checkedSeals.Add(outside.Seal);
        if (seals.Count > 0 && !checkedSeals.Contains(seals[^1]))
            checkedSeals.Add(seals[^1]);
        var links = AdministrationVerification.Check(
            books, checkedSeals.Select(seal => seal.EntryCount).ToHashSet(), findings, cancellation);
        foreach (var seal in checkedSeals)
            CheckRoot(seal, links);
    }

    private List<AuditSeal> ReadSeals()
    {
        var seals = new List<AuditSeal>();
        foreach (var (number, body) in books.Read(SelectSeals, row => (row.GetInt64(0), row.GetString(1))))
        {
            findings.Count(Rule.Seals);
            if (Read(body, number, seals) is { } fault)
                findings.Add(Rule.Seals, NameOf(number), fault);
        }
        return seals;
    }

    private static string? Read(string body, long number, List<AuditSeal> seals)
    {
        try
        {
            var (seal, last) = (AuditSeal.Parse(body), seals.LastOrDefault());
            seals.Add(seal);
            if (seal.Number != number || number != (last?.Number ?? 0) + 1)
                return "a seal before it is missing";
            if (seal.Previous != (last?.Hash() ?? AuditSeal.Nothing))
                return "it does not follow the seal before it";
            return seal.IsSigned() ? null : "its signature is not that of its key";
        }
        catch (SealKeyException fault)
        {
            return fault.Message;
        }
    }

    /// <summary>Whether the database has the outside seal, word for word; only then it can be compared.</summary>
    private bool AgreesWith(OutsideSeal outside, List<AuditSeal> seals)
    {
        var seal = outside.Seal;
        findings.Count(Rule.Seals);
        var isSigned = outside.PublicKey.IsEmpty ? seal.IsSigned() : seal.IsSignedBy(outside.PublicKey.Span);
        if (!isSigned)
            findings.Add(Rule.Seals, NameOf(seal.Number), "the outside seal is not signed by the key");
        if (isSigned && seals.Contains(seal))
            return true;
        if (isSigned)
            findings.Add(Rule.Seals, NameOf(seal.Number), "the database has another seal or none");
        return false;
    }

    private void CheckRoot(AuditSeal seal, Dictionary<long, byte[]> links)
    {
        var (tree, isWhole, count) = (new MerkleTree(), true, 0L);
        foreach (var body in books.Read(SelectParts, row => Books.Bytes(row, 0), seal.Number).ToList())
        {
            cancellation.ThrowIfCancellationRequested();
            if (PartOf(seal, body) is not { } heads)
                return;
            count += heads.Count;
            foreach (var head in heads)
                isWhole &= Add(tree, head, NameOf(seal.Number));
        }
        if (count != seal.AccountCount)
        {
            findings.Add(Rule.Seals, NameOf(seal.Number), $"it covers {seal.AccountCount} accounts, {count} are known");
            return;
        }
        if (!links.TryGetValue(seal.EntryCount, out var link))
        {
            findings.Add(
                Rule.Seals, "administration",
                $"{NameOf(seal.Number)} covers {seal.EntryCount} entries, and not all of them are there");
            return;
        }
        tree.Add(new SealedHead("", seal.EntryCount, link).Leaf());
        if (isWhole && Convert.ToHexStringLower(tree.Root()) != seal.Root)
            findings.Add(Rule.Seals, NameOf(seal.Number), "the chains of then have another root now");
    }

    private bool Add(MerkleTree tree, (SealedHead Sealed, byte[]? Link) head, string name)
    {
        var (was, link) = head;
        if (link is null)
        {
            findings.Add(Rule.Seals, was.Key, $"it had event {was.Version} at {name}, and has it no more");
            return false;
        }
        if (!link.AsSpan(0, SealPart.MarkLength).SequenceEqual(was.Link))
        {
            findings.Add(Rule.Seals, was.Key, $"its events up to {was.Version} are not those of {name}");
            return false;
        }
        tree.Add((was with { Link = link }).Leaf());
        return true;
    }

    /// <summary>The accounts of a part with the links they have now where they were sealed.</summary>
    private List<(SealedHead Sealed, byte[]? Link)>? PartOf(AuditSeal seal, byte[] body)
    {
        try
        {
            var heads = SealPart.Read(body);
            if (heads.IsEmpty)
                return [];
            var wanted = heads.ToDictionary(head => head.Key, head => head.Version, StringComparer.Ordinal);
            var found = new Dictionary<string, byte[]>(StringComparer.Ordinal);
            var (first, last) = (heads[0].Key, heads[^1].Key);
            foreach (var (key, version, link) in Links(first, last).Concat(Heads(first, last)))
            {
                if (wanted.TryGetValue(key, out var at) && at == version)
                    found[key] = link;
            }
            return [.. heads.Select(head => (head, found.GetValueOrDefault(head.Key)))];
        }
        catch (InvalidDataException)
        {
            findings.Add(Rule.Seals, NameOf(seal.Number), "what it covers cannot be read any more");
            return null;
        }
    }

    private IEnumerable<(string Key, long Version, byte[] Link)> Links(string first, string last) =>
        books.Read(SelectLinks, row => (row.GetString(0), row.GetInt64(1), Books.Bytes(row, 2)), first, last);

    private IEnumerable<(string Key, long Version, byte[] Link)> Heads(string first, string last) => books.Read(
        SelectHeads,
        row => (
            row.GetString(0),
            row.GetInt64(1),
            row.IsDBNull(3)
                ? Books.Bytes(row, 2)
                : HashChain.WithDocument(Books.Bytes(row, 2), Books.Bytes(row, 3))),
        first, last);

    private static string NameOf(long number) => "seal " + number.ToString(CultureInfo.InvariantCulture);
}
