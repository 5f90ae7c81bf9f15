using System.Globalization;
using System.Text;
using System.Text.Json;
using BillingActors.Survival.Desks;
using BillingActors.Survival.Faults;

namespace BillingActors.Survival.Torture;

/// <summary>What a run of torture found.</summary>
internal sealed record TortureReport
{
    private static readonly TimeSpan ResumeLongest = TimeSpan.FromSeconds(15);
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web);

    public required TortureOptions Options { get; init; }

    public required TimeSpan Lasted { get; init; }

    public required IReadOnlyList<FaultOutcome> Outcomes { get; init; }

    /// <summary>Kinds that could not be done here, with the reason.</summary>
    public required IReadOnlyList<string> Obstacles { get; init; }

    public required CommandLog Log { get; init; }

    public required int CheckCount { get; init; }

    public required IReadOnlyList<string> Anomalies { get; init; }

    /// <summary>Faults after whose declared death work needed more than 15 seconds.</summary>
    public IEnumerable<FaultOutcome> Late =>
        Outcomes.Where(outcome => outcome.DeclaredAfter is not null && outcome.ResumedAfter > ResumeLongest);

    /// <summary>Whether nothing happened that must not.</summary>
    public bool Holds => Anomalies.Count == 0 && !Late.Any();

    private IEnumerable<(string Name, List<FaultOutcome> Outcomes)> Kinds =>
        Outcomes.GroupBy(outcome => outcome.Fault, StringComparer.Ordinal)
            .OrderBy(kind => kind.Key, StringComparer.Ordinal)
            .Select(kind => (kind.Key, kind.ToList()));

    private long BillCount => Log.ClosedRuns.Sum(run => run.IssuedCount);

    private int AcknowledgedCount => Log.AcknowledgedCount;

    public string ToJson() => JsonSerializer.Serialize(
        new
        {
            Options.Seed,
            Minutes = Rounded(Lasted.TotalMinutes),
            Faults = Outcomes.Count,
            Kinds = Kinds.Select(kind => new
            {
                kind.Name,
                Count = kind.Outcomes.Count,
                DeclaredSecondsMax = Most(kind.Outcomes, outcome => outcome.DeclaredAfter),
                ResumedSecondsMax = Most(kind.Outcomes, outcome => outcome.ResumedAfter),
            }),
            NotPossibleHere = Obstacles,
            Payments = Log.SentCount,
            Acknowledged = AcknowledgedCount,
            UsageCalls = Log.Calls.Sum(),
            Calls = Log.AttemptCount,
            LookUps = Log.LookUpCount,
            LookUpsMissed = Log.MissedLookUpCount,
            Runs = Log.ClosedRuns.Count,
            Bills = BillCount,
            Checks = CheckCount,
            Late = Late.Select(outcome => outcome.ToString()),
            Anomalies = Anomalies.Count,
            AnomalyTexts = Anomalies.Take(20),
        },
        Json);

    public string ToText()
    {
        var text = new StringBuilder();
        Line(text, $"seed {Options.Seed}, {Lasted.TotalMinutes:N1} minutes, {Outcomes.Count} faults:");
        foreach (var (name, outcomes) in Kinds)
        {
            var declared = Most(outcomes, outcome => outcome.DeclaredAfter) is { } seconds
                ? string.Create(CultureInfo.InvariantCulture, $"declared dead within {seconds:N1} s, ")
                : "";
            var resumed = Most(outcomes, outcome => outcome.ResumedAfter);
            Line(text, $"  {outcomes.Count,4} {name,-14} {declared}work resumed within {resumed:N1} s");
        }
        foreach (var obstacle in Obstacles)
            Line(text, $"     - {obstacle}");
        Line(text, $"payments: {Log.SentCount:N0} sent, {AcknowledgedCount:N0} acknowledged, each with one effect");
        Line(text, $"calls: {Log.Calls.Sum():N0} acknowledged, each rated once");
        Line(text, $"look-ups: {Log.LookUpCount:N0} answered, {Log.MissedLookUpCount:N0} not");
        Line(text, $"bill runs: {Log.ClosedRuns.Count:N0} closed, {BillCount:N0} bills");
        Line(text, $"books checked {CheckCount} times");
        foreach (var late in Late)
            Line(text, $"late: {late}");
        foreach (var anomaly in Anomalies.Take(50))
            Line(text, $"anomaly: {anomaly}");
        return text.Append(CultureInfo.InvariantCulture, $"{Anomalies.Count} anomalies").ToString();
    }

    private static void Line(StringBuilder text, FormattableString line) =>
        text.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');

    private static double? Most(IEnumerable<FaultOutcome> outcomes, Func<FaultOutcome, TimeSpan?> time) =>
        outcomes.Max(time) is { } most ? Rounded(most.TotalSeconds) : null;

    private static double Rounded(double number) => Math.Round(number, 2);
}
