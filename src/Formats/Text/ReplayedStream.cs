namespace BillingActors.Formats.Text;

/// <summary>Gives the first bytes that were looked at again, then the rest, which its owner closes.</summary>
internal sealed class ReplayedStream(ReadOnlyMemory<byte> seen, Stream rest) : ForwardStream
{
    private ReadOnlyMemory<byte> _seen = seen;

    /// <summary>Bytes given so far.</summary>
    public long Given { get; private set; }

    public override int Read(Span<byte> buffer) => Count(_seen.IsEmpty ? rest.Read(buffer) : Replay(buffer));

    public override async ValueTask<int> ReadAsync(
        Memory<byte> buffer, CancellationToken cancellationToken = default) =>
        Count(_seen.IsEmpty ? await rest.ReadAsync(buffer, cancellationToken) : Replay(buffer.Span));

    private int Replay(Span<byte> buffer)
    {
        var count = Math.Min(buffer.Length, _seen.Length);
        _seen.Span[..count].CopyTo(buffer);
        _seen = _seen[count..];
        return count;
    }

    private int Count(int count)
    {
        Given += count;
        return count;
    }
}
