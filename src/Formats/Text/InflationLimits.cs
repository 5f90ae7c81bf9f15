namespace BillingActors.Formats.Text;

/// <summary>How far a compressed file may grow.</summary>
/// <param name="BytesMax">Inflated bytes at most.</param>
/// <param name="RatioMax">Inflated bytes per compressed byte at most, once the file is large.</param>
/// <param name="RatioFromBytes">Inflated bytes from which the ratio counts.</param>
internal sealed record InflationLimits(long BytesMax, int RatioMax, long RatioFromBytes)
{
    public static InflationLimits Default { get; } = new(2L << 30, 100, 10L << 20);
}
