using System.Security.Cryptography;
using System.Text;

namespace BillingActors.Formats.Text;

/// <summary>Remembers which days of which channels have been read, sixteen bytes each.</summary>
internal sealed class DaysSeen
{
    private const int DaysMax = 4_000_000;
    private readonly HashSet<UInt128> _days = [];

    /// <summary>Adds a day; false if it was there.</summary>
    public bool Add(string day)
    {
        if (_days.Count == DaysMax)
            throw Refusal.Of(0, "file", "too-many-days", $"has more than {DaysMax} days: split it");
        return _days.Add(Digest(day));
    }

    private static UInt128 Digest(string day)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(day), hash);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128LittleEndian(hash);
    }
}
