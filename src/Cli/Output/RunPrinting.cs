using System.Globalization;
using BillingActors.Cli.Client;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Grains.Interfaces.Worklists;

namespace BillingActors.Cli.Output;

/// <summary>Shows bill runs, their progress and their exceptions.</summary>
internal static class RunPrinting
{
    private const int BarLength = 24;

    /// <summary>One line of progress: bar, counts, rate and when it ends.</summary>
    public static string ProgressOf(RunView run)
    {
        var part = run.CandidateCount == 0 ? 1m : Math.Min(1m, (decimal)run.WorkedCount / run.CandidateCount);
        var full = (int)(part * BarLength);
        var bar = new string('#', full) + new string('.', BarLength - full);
        var left = run.CandidateCount - run.WorkedCount;
        var end = run.AccountsPerSecond > 0 && left > 0
            ? string.Create(CultureInfo.InvariantCulture, $", {left / run.AccountsPerSecond:N0} s left")
            : "";
        return string.Create(CultureInfo.InvariantCulture,
            $"{run.Working ?? run.Stage} [{bar}] {run.WorkedCount:N0}/{run.CandidateCount:N0} accounts, "
            + $"{run.HeldCount:N0} held, {run.AccountsPerSecond:N0}/s{end}");
    }

    /// <summary>The whole run.</summary>
    public static void Print(RunView run, Terminal terminal, bool asJson)
    {
        if (asJson)
        {
            terminal.Json(run);
            return;
        }
        terminal.Line($"run {run.RunId}{(run.IsDryRun ? " (dry run)" : "")}: {run.Stage}"
            + (run.IsPaused ? ", paused" : "")
            + (run.Working is { } working ? $", working on {working}" : ""));
        terminal.Line($"  {run.EntityId}, cycle {run.CycleId}, {Amounts.Day(run.From)} until {Amounts.Day(run.Until)}");
        terminal.Line($"  {Amounts.Count(run.CandidateCount)} accounts, {Amounts.Count(run.DueCount)} due, "
            + $"{Amounts.Count(run.CalculatedCount)} calculated, {Amounts.Count(run.HeldCount)} held, "
            + $"{Amounts.Count(run.SkippedCount)} skipped, {Amounts.Count(run.IssuedCount)} issued");
        terminal.Line($"  net {Amounts.Of(run.NetMinor, run.Currency)}, tax {Amounts.Of(run.TaxMinor, run.Currency)}, "
            + $"total {Amounts.Of(run.TotalMinor, run.Currency)}");
        foreach (var total in run.Totals)
            terminal.Line($"    {total.Kind} {total.Key}: {Amounts.Of(total.AmountMinor, run.Currency)}");
        if (run.Difference is { } difference)
            terminal.Line($"  does not reconcile: {difference}");
        foreach (var step in run.History)
            terminal.Line($"  {step.At:yyyy-MM-dd HH:mm:ss} {step.Kind} by {step.ActorId}"
                + (step.Reason is { } reason ? $": {reason}" : ""));
    }

    /// <summary>Accounts that are held, with why.</summary>
    public static async Task<int> PrintExceptions(
        IAsyncEnumerable<WorklistRow> rows, Terminal terminal, bool asJson, CancellationToken cancellation)
    {
        var count = 0;
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            count++;
            if (asJson)
                terminal.Json(row);
            else
                terminal.Line($"{row.Id}  {row.EntityId}/{row.AccountId}  {row.State}  {row.Code}: {row.Detail}");
        }
        return count;
    }

    /// <summary>The address of the exceptions of a run.</summary>
    public static string ExceptionsOf(string runId, string? state = null) =>
        Paths.List("v1/worklist", ("kind", "bill-exception"), ("runId", runId), ("state", state));
}
