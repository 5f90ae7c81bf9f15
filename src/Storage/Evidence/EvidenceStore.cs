using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using BillingActors.Storage.Privacy;

namespace BillingActors.Storage.Evidence;

/// <summary>
/// Seals documents with the key of their customer, and tells by their first bytes what they are: a name or a type that
/// a browser says proves nothing.
/// </summary>
internal sealed class EvidenceStore(IEvidenceTable table, KeyRing keys, TimeProvider clock) : IEvidenceStore
{
    private const int NameLengthMax = 120;

    private static readonly (byte[] Begin, string Type)[] Kinds =
    [
        ([.. "%PDF-"u8], "application/pdf"),
        ([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], "image/png"),
        ([0xFF, 0xD8, 0xFF], "image/jpeg"),
    ];

    /// <inheritdoc />
    public async Task<EvidenceHead?> Add(
        EvidenceKey subject, string customerId, EvidenceFile file, CancellationToken cancellation)
    {
        if (file.Content.Length is 0 or > IEvidenceStore.LengthMax || TypeOf(file.Content.Span) is not { } type
            || await keys.CustomerKey(customerId, EntityOf(subject), cancellation) is not { Length: > 0 } key)
        {
            return null;
        }
        var hash = Convert.ToHexStringLower(SHA256.HashData(file.Content.Span));
        var head = new EvidenceHead(
            IEvidenceStore.IdOf(file.Content.Span), Clean(file.Name), type, file.Content.Length, hash,
            clock.GetUtcNow(), file.PersonId);
        var place = subject with { DocumentId = head.DocumentId };
        await table.Add(
            new EvidenceRow(
                place, customerId, head.StoredAt, head.Length,
                PersonalDataCipher.Encrypt(key, JsonSerializer.SerializeToUtf8Bytes(head), place.Place("head")),
                PersonalDataCipher.Encrypt(key, file.Content.Span, place.Place("body"))),
            cancellation);
        return head;
    }

    /// <inheritdoc />
    public async Task<ImmutableArray<EvidenceHead>> Heads(EvidenceKey subject, CancellationToken cancellation)
    {
        var heads = ImmutableArray.CreateBuilder<EvidenceHead>();
        foreach (var row in await table.Read(subject with { DocumentId = "" }, cancellation))
        {
            if (await KeyOf(row, cancellation) is { } key)
                heads.Add(HeadOf(key, row));
        }
        return [.. heads.OrderBy(head => head.StoredAt)];
    }

    /// <inheritdoc />
    public async Task<ImmutableArray<(EvidenceKey Key, EvidenceHead Head)>> Of(
        string customerId, EvidenceKey after, CancellationToken cancellation)
    {
        var rows = await table.Of(customerId, after, IEvidenceStore.PageLength, cancellation);
        return rows.IsEmpty || await KeyOf(rows[0], cancellation) is not { } key
            ? []
            : [.. rows.Select(row => (row.Key, HeadOf(key, row)))];
    }

    /// <inheritdoc />
    public async Task<(EvidenceHead Head, byte[] Content)?> Find(EvidenceKey key, CancellationToken cancellation)
    {
        if (key.DocumentId.Length == 0 || await table.Read(key, cancellation) is not [var row]
            || await KeyOf(row, cancellation) is not { } secret)
        {
            return null;
        }
        return (HeadOf(secret, row), PersonalDataCipher.Decrypt(secret, row.Body, key.Place("body")));
    }

    private static EvidenceHead HeadOf(byte[] key, EvidenceRow row) => JsonSerializer.Deserialize<EvidenceHead>(
        PersonalDataCipher.Decrypt(key, row.Head, row.Key.Place("head")))
        ?? throw new JsonException("The head of a stored document is null.");

    private static string? TypeOf(ReadOnlySpan<byte> content)
    {
        foreach (var (begin, type) in Kinds)
        {
            if (content.StartsWith(begin))
                return type;
        }
        return null;
    }

    // A name is a label and no path.
    private static string Clean(string name)
    {
        var last = name.Split('/', '\\')[^1];
        var shown = string.Concat(last.Where(one => !char.IsControl(one))).Trim();
        return shown.Length == 0 ? "document" : shown[..Math.Min(shown.Length, NameLengthMax)];
    }

    private static string EntityOf(EvidenceKey key) => key.AccountKey.Split('/')[0];

    // Null where the key was destroyed: what was erased stays so.
    private async Task<byte[]?> KeyOf(EvidenceRow row, CancellationToken cancellation) =>
        (await keys.CustomerKeys([row.CustomerId], cancellation)).GetValueOrDefault(row.CustomerId) switch
        {
            { Length: > 0 } key => key,
            _ => null,
        };
}
