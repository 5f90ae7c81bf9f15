namespace BillingActors.Load.Machine;

/// <summary>How long each of many things took.</summary>
internal sealed class Times
{
    private readonly TimeSpan[] _sorted;

    public Times(IEnumerable<TimeSpan> times)
    {
        _sorted = [.. times];
        Array.Sort(_sorted);
    }

    public int Count => _sorted.Length;

    public double P50 => Milliseconds(0.5);

    public double P99 => Milliseconds(0.99);

    public double P999 => Milliseconds(0.999);

    /// <summary>What a share of the times did not exceed, in milliseconds; 0 where there are none.</summary>
    public double Milliseconds(double share) => Count == 0
        ? 0
        : _sorted[Math.Max(0, (int)Math.Ceiling(share * Count) - 1)].TotalMilliseconds;
}
