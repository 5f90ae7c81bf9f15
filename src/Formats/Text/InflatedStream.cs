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
            return Count(_inflating.Read(buffer), buffer.IsEmpty);
        }
        catch (InvalidDataException e)
        {
            throw Damaged(e.Message);
        }
    }

    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        try
        {
            return Count(await _inflating.ReadAsync(buffer, cancellationToken), buffer.IsEmpty);
        }
        catch (InvalidDataException e)
        {
            throw Damaged(e.Message);
        }
    }

    protected override void Dispose(bool disposing)
    {
        if (disposing)
            _inflating.Dispose();
        base.Dispose(disposing);
    }

    private int Count(int count, bool isProbe)
    {
        if (count == 0 && !isProbe)
            CheckWhole();
        _inflated += count;
        if (_inflated > limits.BytesMax)
            throw Refusal.Of(0, "file", "gzip-too-large", $"inflates to more than {limits.BytesMax} bytes");
        if (_inflated > limits.RatioFromBytes && _inflated / limits.RatioMax > compressed.Given)
            throw Refusal.Of(0, "file", "gzip-ratio", $"inflates to more than {limits.RatioMax} times its size");
        return count;
    }

    /// <summary>Gzip ends with its inflated size; the inflater itself takes a cut file for a short one.</summary>
    private void CheckWhole()
    {
        if (compressed.Last != (uint)(_inflated & uint.MaxValue))
            throw Damaged("it is cut short, has something behind its end, or has several members");
    }

    private static FileRefusedException Damaged(string why) =>
        Refusal.Of(0, "file", "gzip-damaged", $"is not one whole gzip file: {why}");
}
