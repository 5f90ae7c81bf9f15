using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Cli.Output;

namespace BillingActors.Cli.Load;

/// <summary>What a load found, and whether it kept the limits of its plan.</summary>
/// <param name="Plan">What was sent.</param>
/// <param name="Seconds">From the first arrival to the last answer.</param>
/// <param name="Measures">By operation.</param>
internal sealed record LoadReport(
    LoadPlan Plan, double Seconds, IReadOnlyDictionary<LoadOperation, LoadMeasure> Measures)
{
    private const int PercentileLimit = 99;

    private IEnumerable<KeyValuePair<LoadOperation, LoadMeasure>> Arrived =>
        Measures.Where(pair => pair.Key != Plan.Profile.Beside);

    /// <summary>Arrivals that were not answered as they should be, in percent of all.</summary>
    public double FailedPercent
    {
        get
        {
            var all = Arrived.Sum(pair => pair.Value.All);
            return all == 0 ? 100 : 100d * (all - Arrived.Sum(pair => pair.Value.Done)) / all;
        }
    }

    /// <summary>Limits that were not kept; empty: all were.</summary>
    public ImmutableArray<string> Broken =>
    [
        .. Arrived.Where(pair => pair.Value.Milliseconds(PercentileLimit) > Plan.Percentile99Max)
            .Select(pair => Say($"p99 of {NameOf(pair.Key)} is {pair.Value.Milliseconds(PercentileLimit):N1} ms")
                + Say($", the limit {Plan.Percentile99Max:N1}")),
        .. FailedPercent > Plan.FailedPercentMax
            ? [Say($"{FailedPercent:N2} % failed, the limit {Plan.FailedPercentMax:N2}")]
            : ImmutableArray<string>.Empty,
    ];

    /// <summary>As one object, for programs.</summary>
    public object ToJson() => new
    {
        Profile = Plan.Profile.Name,
        Plan.Rate,
        Plan.Seconds,
        Plan.Skew,
        Plan.Seed,
        TookSeconds = Math.Round(Seconds, 3),
        Operations = Measures.Select(pair => new
        {
            Name = NameOf(pair.Key),
            pair.Value.Done,
            PerSecond = Math.Round(pair.Value.Done / Seconds, 1),
            P50 = pair.Value.Milliseconds(50),
            P90 = pair.Value.Milliseconds(90),
            P99 = pair.Value.Milliseconds(PercentileLimit),
            P999 = pair.Value.Milliseconds(99.9),
            Max = pair.Value.MillisecondsMax,
            pair.Value.Shed,
            pair.Value.Failures,
        }),
        FailedPercent = Math.Round(FailedPercent, 3),
        Broken,
        Passed = Broken.IsEmpty,
    };

    /// <summary>For people.</summary>
    public void Print(Terminal terminal)
    {
        terminal.Line(Say($"{Plan.Profile.Name}: {Plan.Rate:N0} arrivals/s planned for {Plan.Seconds} s, ")
            + Say($"seed {Plan.Seed}; took {Seconds:N1} s"));
        var table = new TextTable("operation", "done", "per s", "p50 ms", "p90", "p99", "p99.9", "max", "failed");
        foreach (var (operation, measure) in Measures)
        {
            table.Add(
                NameOf(operation),
                Say($"{measure.Done:N0}"),
                Say($"{measure.Done / Seconds:N1}"),
                Say($"{measure.Milliseconds(50):N1}"),
                Say($"{measure.Milliseconds(90):N1}"),
                Say($"{measure.Milliseconds(PercentileLimit):N1}"),
                Say($"{measure.Milliseconds(99.9):N1}"),
                Say($"{measure.MillisecondsMax:N1}"),
                Say($"{measure.All - measure.Done:N0}"));
        }
        table.Write(terminal);
        foreach (var (operation, measure) in Measures)
        {
            if (measure.Shed > 0)
                terminal.Line(Say($"{NameOf(operation)}: {measure.Shed:N0} not sent, too many waited already"));
            foreach (var (code, count) in measure.Failures.OrderBy(pair => pair.Key, StringComparer.Ordinal))
                terminal.Line(Say($"{NameOf(operation)}: {count:N0} × {code}"));
        }
        terminal.Line(Broken.IsEmpty ? "passed: all limits were kept" : "FAILED");
        foreach (var limit in Broken)
            terminal.Line("  " + limit);
    }

    private static string NameOf(LoadOperation operation) => operation switch
    {
        LoadOperation.PaymentBatch => "payment-batch",
        LoadOperation.CallBatch => "call-batch",
        LoadOperation.DryRun => "dry-run",
        _ => operation.ToString().ToLowerInvariant(),
    };

    private static string Say(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
