using System.Security.Cryptography;
using BillingActors.Gateway.Problems;

namespace BillingActors.Gateway.Imports;

/// <summary>Reads another stream once and hashes and counts what goes by; it stops where the limit is passed.</summary>
internal sealed class HashingStream(Stream inner, long countMax) : Stream
{
    private const int DrainBytes = 81_920;
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private long _count;

    public override bool CanRead => true;

    public override bool CanSeek => false;

    public override bool CanWrite => false;

    public override long Length => throw new NotSupportedException();

    public override long Position
    {
        get => _count;
        set => throw new NotSupportedException();
    }

    /// <summary>Reads what is left and gives the hash of everything, in hexadecimal.</summary>
    public async Task<string> Finish(CancellationToken cancellation)
    {
        var rest = new byte[DrainBytes];
        while (await ReadAsync(rest, cancellation) > 0)
        {
            // Only the hash wants these bytes.
        }
        return Convert.ToHexStringLower(_hash.GetCurrentHash());
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var count = await inner.ReadAsync(buffer, cancellationToken);
        Note(buffer.Span[..count]);
        return count;
    }

    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) =>
        ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();

    public override int Read(byte[] buffer, int offset, int count)
    {
        var read = inner.Read(buffer, offset, count);
        Note(buffer.AsSpan(offset, read));
        return read;
    }

    public override void Flush()
    {
    }

    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    public override void SetLength(long value) => throw new NotSupportedException();

    public override void Write(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _hash.Dispose();
        base.Dispose(disposing);
    }

    private void Note(ReadOnlySpan<byte> bytes)
    {
        _count += bytes.Length;
        if (_count > countMax)
            throw new ProblemException(ProblemCode.BodyTooLarge, $"At most {countMax} bytes are read.");
        _hash.AppendData(bytes);
    }
}
