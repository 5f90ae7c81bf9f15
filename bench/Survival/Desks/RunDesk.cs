using System.Globalization;
using System.Text.Json;
using BillingActors.Grains.Interfaces.BillRuns;

namespace BillingActors.Survival.Desks;

/// <summary>Bills month after month: plans, approves, releases, and waits until the run is closed.</summary>
internal sealed class RunDesk(Caller door, CommandLog log, BookSettings books)
{
    private volatile int _month;

    /// <summary>The month that is billed next, counted from 0.</summary>
    public int Month => _month;

    /// <summary>Bills until it is asked to end or no month is left; what is begun is ended.</summary>
    public async Task Work(TimeSpan pace, CancellationToken end, CancellationToken giveUp)
    {
        try
        {
            while (!end.IsCancellationRequested && _month < books.MonthCount)
            {
                await Bill(_month, giveUp);
                _month++;
                await Task.Delay(pace, end);
            }
        }
        catch (OperationCanceledException) when (end.IsCancellationRequested || giveUp.IsCancellationRequested)
        {
            // The end, between two runs or because a run does not come to its end.
        }
        catch (RefusedException refused)
        {
            log.Report("refused: " + refused.Message);
        }
    }

    private async Task Bill(int month, CancellationToken giveUp)
    {
        var plan = new PlanRun(
            BookSettings.EntityId, BookSettings.CycleId, BookSettings.Begin(month + 1), [], PartitionCount: 3);
        var planned = await door.Insist(
            new Order(HttpMethod.Post, "v1/bill-runs", Key(month, "plan"), plan), giveUp);
        var runId = JsonSerializer.Deserialize<RunView>(planned.Body, WireJson.Options)!.RunId;
        await Reach(runId, "reconciled", giveUp);
        foreach (var step in (string[])["approve", "release"])
        {
            await door.Insist(
                new Order(HttpMethod.Post, $"v1/bill-runs/{runId}/{step}", Key(month, step)), giveUp);
        }
        var closed = await Reach(runId, "closed", giveUp);
        log.ClosedRuns.Enqueue((runId, closed.IssuedCount));
        if (closed.IssuedCount != books.AccountCount || closed.HeldCount != 0)
            log.Report($"run {runId} issued {closed.IssuedCount} of {books.AccountCount}, held {closed.HeldCount}");
    }

    private async Task<RunView> Reach(string runId, string stage, CancellationToken giveUp)
    {
        var run = await door.Until<RunView>(
            $"v1/bill-runs/{runId}",
            view => view.Difference is not null || (view.Stage == stage && view.Working is null),
            giveUp);
        return run.Difference is { } difference
            ? throw new RefusedException($"run {runId} does not reconcile: {difference}")
            : run;
    }

    private static string Key(int month, string step) =>
        string.Create(CultureInfo.InvariantCulture, $"run-{month:D4}-{step}");
}
