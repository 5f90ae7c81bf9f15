using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using BillingActors.Grains.Interfaces.Streams;

namespace BillingActors.Survival.Desks;

/// <summary>
/// Hands calls of all accounts in, batch by batch: repeats each with its key until it is acknowledged, and waits until
/// all of it is rated; some batches are sent once more under another key, and must be recognised.
/// </summary>
internal sealed class UsageDesk(Caller door, CommandLog log, int accountCount, RunDesk runs)
{
    /// <summary>Calls of a batch.</summary>
    public const int BatchSize = 20;

    private const int RepeatEvery = 8;

    // So far ahead of the runs that no call of a batch comes between the calculation of its month and its release,
    // however long the batch is on its way: that would hold the account, as it must.
    private const int MonthsAhead = 24;

    private int _sequence;

    /// <summary>Hands in until it is asked to end; what is begun is ended.</summary>
    public async Task Work(TimeSpan pace, CancellationToken end, CancellationToken giveUp)
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                await HandIn(Interlocked.Increment(ref _sequence), giveUp);
                await Task.Delay(pace, end);
            }
            catch (OperationCanceledException) when (end.IsCancellationRequested || giveUp.IsCancellationRequested)
            {
                return;
            }
            catch (RefusedException refused)
            {
                log.Report("refused: " + refused.Message);
            }
        }
    }

    /// <summary>The account of a call.</summary>
    public static int AccountOf(int batch, int call, int accountCount) => ((batch * BatchSize) + call) % accountCount;

    private async Task HandIn(int batch, CancellationToken giveUp)
    {
        var calls = new JsonArray(
            [.. Enumerable.Range(0, BatchSize).Select(call => (JsonNode)Call(batch, call, runs.Month + MonthsAhead))]);
        log.Try();
        var receipt = Receipt(await door.Insist(OrderOf(batch, "first", calls), giveUp));
        log.AcknowledgeCalls(Enumerable.Range(0, BatchSize).Select(call => AccountOf(batch, call, accountCount)));
        if (receipt.AcceptedCount != BatchSize)
            log.Report($"batch {batch}: {receipt.AcceptedCount} of {BatchSize} calls accepted");
        await Done(batch, receipt, giveUp);
        if (batch % RepeatEvery != 0)
            return;
        log.Try();
        var again = await Done(batch, Receipt(await door.Insist(OrderOf(batch, "again", calls), giveUp)), giveUp);
        if (again.DuplicateCount != BatchSize)
            log.Report($"batch {batch}, sent again: {again}");
    }

    private async Task<StreamOperationView> Done(int batch, StreamReceipt receipt, CancellationToken giveUp)
    {
        var done = await door.Until<StreamOperationView>(
            $"v1/usage/events/{receipt.OperationId}", static view => view.WaitingCount == 0, giveUp);
        if (done.QuarantinedCount > 0 || done.AppliedCount + done.DuplicateCount != BatchSize)
            log.Report($"batch {batch}: {done}");
        return done;
    }

    private static Order OrderOf(int batch, string time, JsonArray calls) => new(
        HttpMethod.Post, "v1/usage/events",
        string.Create(CultureInfo.InvariantCulture, $"calls-{batch:D7}-{time}"), calls);

    private static StreamReceipt Receipt(Answer answer) =>
        JsonSerializer.Deserialize<StreamReceipt>(answer.Body, WireJson.Options)!;

    private JsonObject Call(int batch, int call, int month) => new()
    {
        ["specversion"] = "1.0",
        ["id"] = string.Create(CultureInfo.InvariantCulture, $"{batch}-{call}"),
        ["source"] = "switch",
        ["type"] = "billing.usage.call",
        ["subject"] = $"{BookSettings.EntityId}/{BookSettings.AccountId(AccountOf(batch, call, accountCount))}",
        ["time"] = BookSettings.Begin(month).AddDays(9).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            + "T18:00:00Z",
        ["data"] = new JsonObject
        {
            ["quantity"] = (1 + ((batch + call) % 600)).ToString(CultureInfo.InvariantCulture),
            ["from"] = BookSettings.Prefix + "1700000000",
            ["to"] = BookSettings.Prefix + "3012345678",
        },
    };
}
