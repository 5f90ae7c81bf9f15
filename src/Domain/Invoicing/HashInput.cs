using System.Buffers;
using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using NodaTime;

namespace BillingActors.Domain.Invoicing;

/// <summary>
/// Bytes to be hashed: each value with its length or in a fixed width, so that no two sequences have the same bytes.
/// </summary>
internal sealed class HashInput
{
    private const int HashBytes = 16;

    // Inputs are hashed one after the other, so a thread needs one buffer; nothing of it outlives the hash.
    [ThreadStatic]
    private static ArrayBufferWriter<byte>? _reused;

    private readonly ArrayBufferWriter<byte> _bytes = _reused ??= new(4096);

    public HashInput() => _bytes.ResetWrittenCount();

    public void Add(long value)
    {
        BinaryPrimitives.WriteInt64LittleEndian(_bytes.GetSpan(sizeof(long)), value);
        _bytes.Advance(sizeof(long));
    }

    /// <summary>No value is told from every value.</summary>
    public void Add(LocalDate? day) => Add(day is { } given ? DayNumber(given) : long.MinValue);

    public void Add(string? text)
    {
        Add(text?.Length ?? -1);
        if (text is null)
            return;
        // Texts are hashed as they lie in memory; all machines that are served have the same order of bytes.
        _bytes.Write(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    /// <summary>Equal numbers hash equally, whatever trailing zeros they came with.</summary>
    public void Add(decimal number)
    {
        Span<int> parts = stackalloc int[4];
        decimal.GetBits(number / 1.0000000000000000000000000000m, parts);
        foreach (var part in parts)
            Add(part);
    }

    /// <summary>The first 128 bits of the SHA-256 of all that was added, as 32 hexadecimal characters.</summary>
    public string Hash()
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(_bytes.WrittenSpan, hash);
        return Convert.ToHexString(hash[..HashBytes]);
    }

    private static long DayNumber(LocalDate day) => ((long)day.Year * 10_000) + (day.Month * 100) + day.Day;
}
