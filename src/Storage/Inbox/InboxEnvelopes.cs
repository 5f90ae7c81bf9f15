using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Numerics;
using System.Runtime.InteropServices;
using BillingActors.Storage.Privacy;

namespace BillingActors.Storage.Inbox;

/// <summary>
/// Seals records before they are stored, and opens them again: what a payer wrote or a number that was called is
/// personal data. A checksum over the sealed bytes stands before them, so that a damaged row can be told from a wrong
/// key.
/// </summary>
internal sealed class InboxEnvelopes(KeyRing keys)
{
    private const byte Version = 1;
    private const int HeadLength = 1 + sizeof(uint);

    /// <summary>Seals records for their stream.</summary>
    public async Task<byte[]> Seal(
        string streamNamespace, IReadOnlyList<InboxRecord> records, CancellationToken cancellation)
    {
        var key = await keys.EntityKey(KeyRing.Group, cancellation);
        var secret = PersonalDataCipher.Encrypt(key, InboxBatch.Write(records), Place(streamNamespace));
        var body = new byte[HeadLength + secret.Length];
        body[0] = Version;
        BinaryPrimitives.WriteUInt32LittleEndian(body.AsSpan(1), Checksum(secret));
        secret.CopyTo(body, HeadLength);
        return body;
    }

    /// <summary>Opens them; a damaged body is an <see cref="InboxRowException"/>, a wrong key is not.</summary>
    public async Task<ImmutableArray<InboxRecord>> Open(
        string streamNamespace, byte[] body, CancellationToken cancellation)
    {
        if (body.Length <= HeadLength || body[0] != Version)
            throw new InboxRowException("The body of a row has an unknown version.");
        if (BinaryPrimitives.ReadUInt32LittleEndian(body.AsSpan(1)) != Checksum(body.AsSpan(HeadLength)))
            throw new InboxRowException("The checksum of a row does not fit its body.");
        var key = await keys.EntityKey(KeyRing.Group, cancellation);
        return InboxBatch.Read(PersonalDataCipher.Decrypt(key, body.AsSpan(HeadLength), Place(streamNamespace)));
    }

    private static uint Checksum(ReadOnlySpan<byte> bytes)
    {
        var checksum = uint.MaxValue;
        var words = MemoryMarshal.Cast<byte, ulong>(bytes);
        foreach (var word in words)
            checksum = BitOperations.Crc32C(checksum, word);
        foreach (var rest in bytes[(words.Length * sizeof(ulong))..])
            checksum = BitOperations.Crc32C(checksum, rest);
        return ~checksum;
    }

    private static string Place(string streamNamespace) => "inbox/" + streamNamespace;
}
