using System.Diagnostics;
using BillingActors.Survival.Clusters;
using BillingActors.Survival.Desks;
using BillingActors.Survival.Faults;

namespace BillingActors.Survival.Torture;

/// <summary>
/// Lets a cluster work while fault after fault falls on it, and checks its books again and again: whatever dies,
/// nothing acknowledged is lost and nothing is done twice.
/// </summary>
public static class TortureRun
{
    private const int Succeeded = 0;
    private const int Failed = 1;
    private const int FaultsPerCheck = 8;
    private const int MonthsPerMinute = 20;

    /// <summary>Names of the kinds of faults.</summary>
    public static IReadOnlyList<string> FaultNames => FaultCatalogue.Names;

    /// <summary>Runs it; progress goes line by line to the second writer. Answers 0, or 1 on any anomaly.</summary>
    public static async Task<int> Run(
        TortureOptions options, (TextWriter Report, TextWriter Progress) writers, CancellationToken cancellation)
    {
        var months = Math.Clamp((int)(options.Time.TotalMinutes * MonthsPerMinute), 12, BookSettings.MonthCountMax);
        var settings = new ArenaSettings(
            new ClusterSettings { Folder = options.Folder, EarlierPrograms = options.EarlierPrograms },
            new BookSettings(options.AccountCount, months) { HasCalls = true },
            new LoadSettings());
        await using var arena = await Arena.Open(settings, cancellation);
        await writers.Progress.WriteLineAsync("logs and books: " + arena.Cluster.Folder);
        var report = await Torture(arena, options, writers.Progress, cancellation);
        await writers.Report.WriteLineAsync(options.AsJson ? report.ToJson() : report.ToText());
        return report.Holds ? Succeeded : Failed;
    }

    private static async Task<TortureReport> Torture(
        Arena arena, TortureOptions options, TextWriter progress, CancellationToken cancellation)
    {
        var plan = new FaultPlan(options, arena);
        var since = Stopwatch.StartNew();
        var outcomes = new List<FaultOutcome>();
        IReadOnlyList<string> anomalies = [];
        var checkCount = 0;
        while (since.Elapsed < options.Time && anomalies.Count == 0)
        {
            void Tell(string text) => progress.WriteLine($"{since.Elapsed:hh\\:mm\\:ss} {text}");
            try
            {
                arena.Load.Start();
                for (var i = 0; i < FaultsPerCheck && since.Elapsed < options.Time; i++)
                {
                    outcomes.Add(await arena.Suffer(plan.Next(), cancellation));
                    Tell(outcomes[^1].ToString());
                }
                anomalies = await arena.Check(cancellation);
                checkCount++;
            }
            catch (TimeoutException stuck)
            {
                anomalies = [stuck.Message]; // What does not go on by itself is lost as well.
            }
            Tell($"checked: {anomalies.Count} anomalies");
        }
        return new TortureReport
        {
            Options = options,
            Lasted = since.Elapsed,
            Outcomes = outcomes,
            Obstacles = plan.Obstacles,
            Log = arena.Load.Log,
            CheckCount = checkCount,
            Anomalies = anomalies,
        };
    }
}
