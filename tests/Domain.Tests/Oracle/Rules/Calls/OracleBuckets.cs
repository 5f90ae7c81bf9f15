using BillingActors.Domain.Tariffs.Calls;
using BillingActors.Domain.Tariffs.Calls.Buckets;

namespace BillingActors.Domain.Tests.Oracle.Rules.Calls;

/// <summary>Allowances per bill period or day, whole or cut by days, and money paid in advance.</summary>
internal sealed class OracleBuckets(OracleContext context)
{
    private readonly Dictionary<(string Bucket, int Key), Rational> _left = [];

    /// <summary>Takes one increment from the first allowance that has room for it, or what it has left.</summary>
    public (BucketRule Bucket, long Taken)? Take(OracleCall call, decimal increment, Func<decimal, bool> isBilled)
    {
        foreach (var rule in call.Allowances)
        {
            var key = (rule.Id, KeyOf(rule, call));
            var own = rule.Increment ?? increment;
            var isSplit = context.Word("bucket-end", "whole") == "split";
            var left = LeftOf(rule, call);
            if (left < own && (!isSplit || left.Sign <= 0 || !isBilled(own)))
                continue;
            if (!isBilled(own))
                return (rule, 0);
            var taken = left < own ? left : own;
            _left[key] = left - taken;
            return (rule, (long)taken.Floor());
        }
        return null;
    }

    /// <summary>Pays from credit as far as it goes.</summary>
    public IEnumerable<(string Bucket, Rational Used)> Pay(OracleCall call, Rational due)
    {
        foreach (var rule in call.Version.Buckets.Where(static rule => rule.Span == BucketSpan.Once))
        {
            var left = context.State.Credit.GetValueOrDefault(rule.Id, rule.Quantity);
            var used = Rational.Min(due, left);
            context.State.Credit[rule.Id] = left - Rational.Max(0, used);
            if (used.Sign <= 0)
                continue;
            due -= used;
            yield return (rule.Id, used);
        }
    }

    /// <summary>Allowances that are open to a call, in the order of their use.</summary>
    public List<BucketRule> Open(OracleCall call) => [.. call.Version.Buckets
        .Where(rule => CallUnit.Find(rule.Unit)?.Measure == call.Unit.Measure && call.ZoneIndex < 0
            && (rule.Destinations.IsEmpty ? !call.IsPremium : rule.Destinations.Contains(call.GroupName)))
        .OrderBy(static rule => rule.Priority).ThenBy(rule => EndOf(rule, call))
        .ThenBy(rule => rule.Span == BucketSpan.Day ? DayOf(call) : context.Service.From)
        .ThenBy(static rule => rule.Id, StringComparer.Ordinal)];

    private int EndOf(BucketRule rule, OracleCall call) =>
        rule.Span == BucketSpan.Day ? DayOf(call) + 1 : context.Cycle.Until;

    private int DayOf(OracleCall call) => context.Zone.LocalAt((long)Math.Floor(call.Start / 60m)).Day;

    private int KeyOf(BucketRule rule, OracleCall call) => rule.Span == BucketSpan.Day ? DayOf(call) : 0;

    private Rational LeftOf(BucketRule rule, OracleCall call)
    {
        if (_left.TryGetValue((rule.Id, KeyOf(rule, call)), out var left))
            return left;
        var size = rule.Quantity * CallUnit.Find(rule.Unit)!.Size;
        if (rule.Span == BucketSpan.Day || !rule.IsProrated)
            return size;
        return ((Rational)size * context.Service.Count / context.Cycle.Count).Round(OracleParts.CutDecimals);
    }
}
