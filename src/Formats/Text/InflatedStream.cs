using System.IO.Compression;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Formats.Text;

/// <summary>A gzip file inflated while it is read; one that grows beyond the limits is refused.</summary>
internal sealed class InflatedStream(ReplayedStream compressed, InflationLimits limits) : ForwardStream
{
    private readonly GZipStream _inflating = new(compressed, CompressionMode.Decompress, leaveOpen: true);
    private long _inflated;

    public override int Read(Span<byte> buffer)
    {
        try
        {
            return Count(_inflating.Read(buffer));
        }
        catch (InvalidDataException e)
        {
            throw Damaged(e);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return Count(await _inflating.ReadAsync(buffer, cancellationToken));
        }
        catch (InvalidDataException e)
        {
            throw Damaged(e);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _inflating.Dispose();
        base.Dispose(disposing);
    }

    private int Count(int count)
    {
        _inflated += count;
        if (_inflated > limits.BytesMax)
            throw Refusal.Of(0, "file", "gzip-too-large", $"inflates to more than {limits.BytesMax} bytes");
        if (_inflated > limits.RatioFromBytes && _inflated / limits.RatioMax > compressed.Given)
            throw Refusal.Of(0, "file", "gzip-ratio", $"inflates to more than {limits.RatioMax} times its size");
        return count;
    }

    private static FileRefusedException Damaged(InvalidDataException fault) =>
        Refusal.Of(0, "file", "gzip-damaged", $"is not whole gzip: {fault.Message}");
}
