using System.Text;

namespace Formats.Tests;

/// <summary>A large file that is never in memory: a head, then the same text again and again.</summary>
internal sealed class GeneratedStream(string head, string repeated, long times) : Stream
{
    private readonly byte[] _repeated = Encoding.UTF8.GetBytes(repeated);
    private byte[] _piece = Encoding.UTF8.GetBytes(head);
    private int _at;
    private long _times = times;

    /// <summary>Bytes given so far.</summary>
    public long Given { get; private set; }

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position { get => Given; set => throw new NotSupportedException(); }

    public override int Read(byte[] buffer, int offset, int count)
    {
        if (_at == _piece.Length && _times-- > 0)
            (_piece, _at) = (_repeated, 0);
        var length = Math.Min(count, _piece.Length - _at);
        _piece.AsSpan(_at, length).CopyTo(buffer.AsSpan(offset));
        (_at, Given) = (_at + length, Given + length);
        return length;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();
}
