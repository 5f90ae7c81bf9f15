using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.BillRuns;

/// <summary>Puts the figures of a run beside those of the one before it.</summary>
public static class RunComparison
{
    /// <summary>The comparison with an earlier run; null where there is none in the same currency.</summary>
    public static RunComparisonView Between(RunView? before, RunView after)
    {
        if (before is null || before.Currency != after.Currency)
            return new RunComparisonView(after.RunId, null, null, null, after.Currency, []);
        ImmutableArray<RunChangeView> changes =
        [
            Change("count", "due", before.DueCount, after.DueCount),
            Change("count", "calculated", before.CalculatedCount, after.CalculatedCount),
            Change("count", "held", before.HeldCount, after.HeldCount),
            Change("count", "skipped", before.SkippedCount, after.SkippedCount),
            Change("amount", "net", before.NetMinor, after.NetMinor),
            Change("amount", "tax", before.TaxMinor, after.TaxMinor),
            Change("amount", "total", before.TotalMinor, after.TotalMinor),
            .. Totals("tariff", before, after),
            .. Totals("tax", before, after),
        ];
        return new RunComparisonView(
            after.RunId, before.RunId, before.From, before.Until, after.Currency, changes);
    }

    private static IEnumerable<RunChangeView> Totals(string kind, RunView before, RunView after)
    {
        var (old, now) = (SumsOf(kind, before), SumsOf(kind, after));
        return old.Keys.Union(now.Keys, StringComparer.Ordinal).Order(StringComparer.Ordinal)
            .Select(key => Change(kind, key, old.GetValueOrDefault(key), now.GetValueOrDefault(key)));
    }

    private static Dictionary<string, long> SumsOf(string kind, RunView run) => run.Totals
        .Where(total => total.Kind == kind)
        .ToDictionary(total => total.Key, total => total.AmountMinor, StringComparer.Ordinal);

    private static RunChangeView Change(string kind, string key, long before, long after) => new(
        kind, key, before, after,
        before == 0
            ? null
            : decimal.Round((after - (decimal)before) / Math.Abs((decimal)before) * 100, 1,
                MidpointRounding.AwayFromZero));
}
