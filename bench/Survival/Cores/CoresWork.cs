using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Grains.Interfaces.Streams;
using BillingActors.Survival.Clusters;
using BillingActors.Survival.Desks;

namespace BillingActors.Survival.Cores;

/// <summary>
/// The work that is measured: months are billed and calls are rated, all through the doors of the silos.
/// </summary>
internal sealed class CoresWork(SurvivalCluster cluster, IReadOnlyList<Caller> doors, BookSettings books)
{
    private const int BatchCount = 1000;
    private const int ParallelCount = 4;

    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(20);

    /// <summary>Bills a month; answers bills a second and what the silos spent on each, in milliseconds.</summary>
    public Task<(double PerSecond, double Milliseconds)> Bill(int month, CancellationToken cancellation) =>
        Measure(books.AccountCount, () => BillAll(month, cancellation));

    /// <summary>Rates calls of a day in a month that is not billed.</summary>
    public Task<(double PerSecond, double Milliseconds)> Rate(
        string name, int month, int count, CancellationToken cancellation) =>
        Measure(count, () => RateAll(name, month, count, cancellation));

    private async Task<(double PerSecond, double Milliseconds)> Measure(int count, Func<Task> work)
    {
        var (spent, start) = (Spent(), Stopwatch.GetTimestamp());
        await work();
        var time = Stopwatch.GetElapsedTime(start);
        return (count / time.TotalSeconds, (Spent() - spent).TotalMilliseconds / count);
    }

    private TimeSpan Spent() => cluster.WantedSilos.Aggregate(
        TimeSpan.Zero, (sum, silo) => sum + ProcessorTime.Of(silo.ProcessId!.Value));

    private async Task BillAll(int month, CancellationToken cancellation)
    {
        var plan = new PlanRun(BookSettings.EntityId, BookSettings.CycleId, BookSettings.Begin(month + 1), []);
        var planned = await doors[0].Insist(
            new Order(HttpMethod.Post, "v1/bill-runs", Key(month, "plan"), plan), cancellation);
        var runId = JsonSerializer.Deserialize<RunView>(planned.Body, WireJson.Options)!.RunId;
        await Reach(runId, "reconciled", cancellation);
        foreach (var step in (string[])["approve", "release"])
        {
            await doors[0].Insist(
                new Order(HttpMethod.Post, $"v1/bill-runs/{runId}/{step}", Key(month, step)), cancellation);
        }
        var closed = await Reach(runId, "closed", cancellation);
        if (closed.IssuedCount != books.AccountCount)
            throw new RefusedException($"run {runId} issued {closed.IssuedCount} of {books.AccountCount}");
    }

    private async Task<RunView> Reach(string runId, string stage, CancellationToken cancellation)
    {
        while (true)
        {
            var run = await Read<RunView>($"v1/bill-runs/{runId}", cancellation);
            if (run.Difference is { } difference)
                throw new RefusedException($"run {runId} does not reconcile: {difference}");
            if (run.Stage == stage && run.Working is null)
                return run;
            await Task.Delay(Between, cancellation);
        }
    }

    private async Task RateAll(string name, int month, int count, CancellationToken cancellation)
    {
        var batches = (count + BatchCount - 1) / BatchCount;
        await Parallel.ForEachAsync(
            Enumerable.Range(0, batches),
            new ParallelOptions { MaxDegreeOfParallelism = ParallelCount, CancellationToken = cancellation },
            async (batch, stop) =>
            {
                var size = Math.Min(BatchCount, count - (batch * BatchCount));
                var events = Enumerable.Range(batch * BatchCount, size).Select(number => Call(name, month, number));
                var body = new JsonArray([.. events.Cast<JsonNode>()]);
                var order = new Order(HttpMethod.Post, "v1/usage/events", $"cores-{name}-{batch}", body);
                var answer = await doors[batch % doors.Count].Insist(order, stop);
                var receipt = JsonSerializer.Deserialize<StreamReceipt>(answer.Body, WireJson.Options)!;
                await UntilRated(receipt, stop);
            });
    }

    private async Task UntilRated(StreamReceipt receipt, CancellationToken cancellation)
    {
        if (receipt.RejectedCount > 0)
            throw new RefusedException($"{receipt.RejectedCount} calls were rejected: {receipt.Results[0]}");
        while (true)
        {
            var view = await Read<StreamOperationView>($"v1/usage/events/{receipt.OperationId}", cancellation);
            if (view.QuarantinedCount > 0)
                throw new RefusedException($"{view.QuarantinedCount} calls are in quarantine");
            if (view.WaitingCount == 0)
                return;
            await Task.Delay(Between, cancellation);
        }
    }

    private async Task<T> Read<T>(string path, CancellationToken cancellation)
    {
        var answer = await doors[0].Get(path, cancellation);
        return answer.IsDone
            ? JsonSerializer.Deserialize<T>(answer.Body, WireJson.Options)!
            : throw new RefusedException($"{path}: {answer.Status} {answer.Body}");
    }

    // Neighbours in a batch belong to accounts far from each other.
    private JsonObject Call(string name, int month, int number)
    {
        var account = (int)(number * 2_654_435_761L % books.AccountCount);
        return new JsonObject
        {
            ["specversion"] = "1.0",
            ["id"] = string.Create(CultureInfo.InvariantCulture, $"{name}-{number}"),
            ["source"] = "cores",
            ["type"] = "billing.usage.call",
            ["subject"] = $"{BookSettings.EntityId}/{BookSettings.AccountId(account)}",
            ["time"] = BookSettings.Begin(month).AddDays(9).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
                + "T18:00:00Z",
            ["data"] = new JsonObject
            {
                ["quantity"] = (1 + (number % 600)).ToString(CultureInfo.InvariantCulture),
                ["from"] = BookSettings.Prefix + "1700000000",
                ["to"] = BookSettings.Prefix + "3012345678",
            },
        };
    }

    private static string Key(int month, string step) =>
        string.Create(CultureInfo.InvariantCulture, $"cores-{month:D4}-{step}");
}
