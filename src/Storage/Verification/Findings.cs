using System.Collections.Immutable;

namespace BillingActors.Storage.Verification;

/// <summary>Collects what the checks find, from several threads, within bounds.</summary>
internal sealed class Findings
{
    private readonly Dictionary<Rule, Tally> _tallies = Rule.All.ToDictionary(rule => rule, _ => new Tally());

    /// <summary>So many more things were looked at.</summary>
    public void Count(Rule rule, long count = 1) => Interlocked.Add(ref _tallies[rule].CheckedCount, count);

    /// <summary>The rule is broken at the subject.</summary>
    public void Add(Rule rule, string subject, string detail)
    {
        var tally = _tallies[rule];
        lock (tally.Faults)
        {
            tally.FaultCount++;
            if (tally.Faults.Count < VerificationCheck.FaultCountMax)
                tally.Faults.Add(new VerificationFault(subject, detail));
        }
    }

    public VerificationReport ToReport() => new([.. Rule.All.Select(rule => ToCheck(rule, _tallies[rule]))]);

    private static VerificationCheck ToCheck(Rule rule, Tally tally)
    {
        var faults = tally.Faults.OrderBy(fault => fault.Subject, StringComparer.Ordinal)
            .ThenBy(fault => fault.Detail, StringComparer.Ordinal)
            .ToImmutableArray();
        return new VerificationCheck(rule.Code, rule.Text, tally.CheckedCount, faults)
        {
            FaultCount = tally.FaultCount,
        };
    }

    private sealed class Tally
    {
        public readonly List<VerificationFault> Faults = [];

        public long CheckedCount;

        public long FaultCount;
    }
}
