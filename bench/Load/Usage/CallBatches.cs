using System.Globalization;
using BillingActors.Comparison;

namespace BillingActors.Load.Usage;

/// <summary>
/// The calls of a busy hour in batches: a few accounts call much more than the others, and one call in two hundred
/// comes a second time, a little later.
/// </summary>
internal sealed class CallBatches
{
    private const int Seed = 20250601;
    private const int DuplicateEvery = 200;
    private const int DuplicateAfter = 150;
    private const int SecondsMax = 900;

    /// <summary>How much the first accounts call more than the last: the square of an equal draw.</summary>
    private const double Skew = 2;

    private static readonly DateTimeOffset Begin = new(2025, 6, 10, 18, 0, 0, TimeSpan.Zero);

    private readonly Random _random = new(Seed);
    private readonly Dictionary<string, decimal> _amounts = new(StringComparer.Ordinal);

    public CallBatches(UsageBenchOptions options)
    {
        var calls = new List<(string Account, Call Call)>(options.RecordCount);
        for (var number = 0; number < options.RecordCount; number++)
            calls.Add(IsDouble(number) ? calls[number - DuplicateAfter] : Draw(number, options.AccountCount));
        DuplicateCount = Enumerable.Range(0, options.RecordCount).Count(IsDouble);
        Batches = [.. calls.Chunk(options.BatchCount)];
    }

    public IReadOnlyList<(string Account, Call Call)[]> Batches { get; }

    public int DuplicateCount { get; }

    /// <summary>What the calls of each account come to, each call once.</summary>
    public IReadOnlyDictionary<string, decimal> Amounts => _amounts;

    /// <summary>Calls for warming up, which belong to no account that is measured.</summary>
    public static Call[] Warm(string account) =>
        [.. Enumerable.Range(0, 4).Select(number => Of($"{account}.{number}", number, number + 1))];

    private static bool IsDouble(int number) => number % DuplicateEvery == DuplicateEvery - 1;

    private (string Account, Call Call) Draw(int number, int accountCount)
    {
        var account = UsageBook.AccountKey(1 + (int)(Math.Pow(_random.NextDouble(), Skew) * accountCount));
        var call = Of(
            string.Create(CultureInfo.InvariantCulture, $"call-{number:D9}"), number, 1 + _random.Next(SecondsMax));
        _amounts[account] = _amounts.GetValueOrDefault(account) + Prices.Of(call);
        return (account, call);
    }

    private static Call Of(string id, int number, int seconds) => new(
        id,
        Begin.AddMilliseconds(number),
        string.Create(
            CultureInfo.InvariantCulture,
            $"{Prices.Destinations[number % Prices.Destinations.Count].Prefix}{1_000_000 + (number % 9_000_000)}"),
        seconds);
}
