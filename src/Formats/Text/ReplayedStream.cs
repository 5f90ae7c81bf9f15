using System.Buffers.Binary;

namespace BillingActors.Formats.Text;

/// <summary>Gives the first bytes that were looked at again, then the rest, which its owner closes.</summary>
internal sealed class ReplayedStream(ReadOnlyMemory<byte> seen, Stream rest) : ForwardStream
{
    private readonly byte[] _last = new byte[sizeof(uint)];
    private ReadOnlyMemory<byte> _seen = seen;

    /// <summary>Bytes given so far.</summary>
    public long Given { get; private set; }

    /// <summary>The last four bytes given, as gzip writes a number.</summary>
    public uint Last => BinaryPrimitives.ReadUInt32LittleEndian(_last);

    public override int Read(Span<byte> buffer) => Count(buffer, _seen.IsEmpty ? rest.Read(buffer) : Replay(buffer));

    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = _seen.IsEmpty ? await rest.ReadAsync(buffer, cancellationToken) : Replay(buffer.Span);
        return Count(buffer.Span, count);
    }

    private int Replay(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _seen.Length);
        _seen.Span[..count].CopyTo(buffer);
        _seen = _seen[count..];
        return count;
    }

    private int Count(ReadOnlySpan<byte> buffer, int count)
    {
        Given += count;
        var kept = Math.Min(count, _last.Length);
        _last.AsSpan(kept).CopyTo(_last);
        buffer[(count - kept)..count].CopyTo(_last.AsSpan(_last.Length - kept));
        return count;
    }
}
