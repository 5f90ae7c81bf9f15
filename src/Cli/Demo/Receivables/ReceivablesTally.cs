using BillingActors.Cli.Output;

namespace BillingActors.Cli.Demo.Receivables;

/// <summary>What happened in the year, counted.</summary>
internal sealed class ReceivablesTally
{
    private readonly SortedDictionary<string, int> _counts = new(StringComparer.Ordinal);

    /// <summary>One more of them, or some more.</summary>
    public void Add(string what, int count = 1) => _counts[what] = _counts.GetValueOrDefault(what) + count;

    /// <summary>All of it in one sentence.</summary>
    public string Describe() => string.Join(
        ", ", _counts.Where(one => one.Value > 0).Select(one => $"{Amounts.Count(one.Value)} {one.Key}"));
}
