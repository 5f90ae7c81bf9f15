using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using BillingActors.Domain.Charging;
using BillingActors.Storage.Json;
using BillingActors.Storage.Privacy;

namespace BillingActors.Storage.Charging;

/// <summary>
/// Seals records, which say who called whom, with the key of the legal entity before they are stored, and opens them.
/// Many are packed first: records of one batch are much alike. A few are not, since that takes longer than all else.
/// </summary>
public sealed class UsageEnvelopes
{
    private const int Quality = 1;
    private const int Window = 20;
    private const int PackedFrom = 1024;

    // No stream of Brotli with this window begins so, and a list in JSON always does.
    private const byte Plain = (byte)'[';

    private readonly KeyRing _keys;

    internal UsageEnvelopes(KeyRing keys) => _keys = keys;

    /// <summary>The rows of an outcome that is stored as the version after the one given.</summary>
    public async Task<UsageRows> Seal(
        string accountKey, long before, UsageOutcome outcome, CancellationToken cancellation)
    {
        var key = await _keys.EntityKey(EntityOf(accountKey), cancellation);
        var kept = outcome.Parts.Select(part => new UsageRecordRow(
            part.ContractId,
            part.Period,
            part.IsLate,
            before + 1,
            part.Records.Length,
            Seal(key, part.Records, Place(accountKey, part with { Version = before + 1 }))));
        // The last word on a record is the one that counts.
        var aside = outcome.Troubles.GroupBy(static one => NameOf(one.Trouble), StringComparer.Ordinal)
            .Select(static same => same.Last())
            .Select(one => new UsageSuspenseRow(
                NameOf(one.Trouble),
                one.Trouble.Code,
                one.Trouble.Detail,
                Seal(key, [one.Record], SuspensePlace(accountKey, NameOf(one.Trouble)))));
        return new UsageRows([.. kept], [.. aside], []);
    }

    internal async Task<UsageKept> Open(string accountKey, UsageRecordRow row, CancellationToken cancellation)
    {
        var part = new UsageKept(row.ContractId, row.Period, []) { IsLate = row.IsLate, Version = row.Version };
        var key = await _keys.EntityKey(EntityOf(accountKey), cancellation);
        return part with { Records = Open(key, row.Payload, Place(accountKey, part)) };
    }

    internal async Task<UsageRecord> OpenSetAside(
        string accountKey, string name, byte[] payload, CancellationToken cancellation)
    {
        var key = await _keys.EntityKey(EntityOf(accountKey), cancellation);
        return Open(key, payload, SuspensePlace(accountKey, name))[0];
    }

    /// <summary>A record that was set aside, as a person reads it.</summary>
    internal async Task<string> Text(
        string accountKey, string name, byte[] payload, CancellationToken cancellation) => JsonSerializer.Serialize(
            await OpenSetAside(accountKey, name, payload, cancellation), UsageJsonContext.Default.UsageRecord);

    private static string NameOf(UsageTrouble trouble) => $"{trouble.Source}/{trouble.Id}";

    private static string EntityOf(string accountKey) =>
        accountKey[..accountKey.IndexOf('/', StringComparison.Ordinal)];

    private static string Place(string accountKey, UsageKept part) => string.Create(
        CultureInfo.InvariantCulture,
        $"usage/{accountKey}/{part.ContractId}/{IsoDay.Format(part.Period.From)}/{part.Version}/{part.IsLate}");

    private static string SuspensePlace(string accountKey, string name) => $"usage-suspense/{accountKey}/{name}";

    private static byte[] Seal(byte[] key, ImmutableArray<UsageRecord> records, string place) =>
        PersonalDataCipher.Encrypt(key, Pack(records), place);

    private static ImmutableArray<UsageRecord> Open(byte[] key, byte[] payload, string place) =>
        Unpack(PersonalDataCipher.Decrypt(key, payload, place));

    internal static ReadOnlySpan<byte> Pack(ImmutableArray<UsageRecord> records)
    {
        var clear = JsonSerializer.SerializeToUtf8Bytes(
            records, UsageJsonContext.Default.ImmutableArrayUsageRecord);
        if (clear.Length < PackedFrom)
            return clear;
        var packed = new byte[BrotliEncoder.GetMaxCompressedLength(clear.Length)];
        return BrotliEncoder.TryCompress(clear, packed, out var length, Quality, Window)
            ? packed.AsSpan(0, length)
            : throw new InvalidOperationException("Records cannot be packed.");
    }

    internal static ImmutableArray<UsageRecord> Unpack(byte[] packed)
    {
        if (packed[0] == Plain)
            return JsonSerializer.Deserialize(packed, UsageJsonContext.Default.ImmutableArrayUsageRecord);
        using var stream = new MemoryStream(packed);
        using var clear = new BrotliStream(stream, CompressionMode.Decompress);
        return JsonSerializer.Deserialize(clear, UsageJsonContext.Default.ImmutableArrayUsageRecord);
    }
}
