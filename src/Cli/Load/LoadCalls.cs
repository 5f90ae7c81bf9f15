using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using BillingActors.Cli.Client;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Cli.Load;

/// <summary>Asks one thing of the gateway, as a desk, a bank or a network does.</summary>
internal sealed class LoadCalls(GatewayClient gateway, LoadAccounts accounts, LoadPlan plan)
{
    private const int BatchCount = 100;
    private const string Source = "load";

    // What is sent must not be taken for what an earlier load sent.
    private readonly string _name = Guid.NewGuid().ToString("N")[..12];
    private readonly LoadReads _reads = new(gateway);

    /// <summary>Does it; the numbers decide for which accounts. Throws where it fails.</summary>
    public Task Do(LoadOperation operation, long index, Random numbers, CancellationToken cancellation)
    {
        var row = Draw(numbers);
        var key = $"{row.EntityId}/{row.AccountId}";
        return operation switch
        {
            LoadOperation.Balance => gateway.Get<BalanceView>(Paths.Account(key, "/balance"), cancellation),
            LoadOperation.Account => gateway.Get<AccountView>(Paths.Account(key), cancellation),
            LoadOperation.Search => gateway.GetText(
                Paths.List("v1/search", ("q", row.AccountId)), cancellation),
            LoadOperation.Invoices => gateway.GetText(Paths.Account(key, "/invoices"), cancellation),
            LoadOperation.Statement => gateway.GetText(
                Paths.Account(key, "/statements/open-items?asOf=" + Today()), cancellation),
            LoadOperation.Payment => Post(
                Paths.Account(key, "/payments"), PaymentOf(row, index, 0), index, cancellation),
            LoadOperation.PaymentBatch => Post(
                "v1/payments/events", Batch(i => EventOf(Draw(numbers), index, i)), index, cancellation),
            LoadOperation.CallBatch => Post(
                "v1/usage/events", Batch(i => CallOf(Draw(numbers), numbers, index, i)), index, cancellation),
            LoadOperation.Reads => LandReads(row, index, cancellation),
            _ => DryRun(index, cancellation),
        };
    }

    private AccountRow Draw(Random numbers) => accounts.Draw(numbers.NextDouble(), plan.Skew);

    private async Task Post(string path, JsonNode body, long index, CancellationToken cancellation) =>
        await gateway.Send<JsonNode>(HttpMethod.Post, path, body, KeyOf(index), cancellation);

    private async Task LandReads(AccountRow row, long index, CancellationToken cancellation)
    {
        var file = await _reads.FileOf(row, index, cancellation)
            ?? throw new UsageException($"No meter of {row.EntityId}/{row.AccountId} has interval channels.");
        await using var bytes = new MemoryStream(Encoding.UTF8.GetBytes(file), writable: false);
        var path = Paths.List("v1/imports", ("format", "usage-csv"), ("fileName", $"{_name}-{index}.csv"));
        await gateway.Upload<ImportView>(path, bytes, KeyOf(index), cancellation);
    }

    private async Task DryRun(long index, CancellationToken cancellation)
    {
        var (entityId, cycleId) = accounts.Cycle;
        var body = new PlanRun(entityId, cycleId, plan.Until!.Value, []);
        var run = await gateway.Send<RunView>(
            HttpMethod.Post, "v1/bill-runs/dry-run", body, KeyOf(index), cancellation);
        await gateway.Until(run.RunId, Runs.IsAtRest, static _ => { }, cancellation);
    }

    private Ask KeyOf(long index) =>
        new(string.Create(CultureInfo.InvariantCulture, $"load-{_name}-{index}"), "load test");

    private string IdOf(long index, int part) =>
        string.Create(CultureInfo.InvariantCulture, $"{_name}.{index}.{part}");

    private JsonObject PaymentOf(AccountRow row, long index, int part) => new()
    {
        ["receiptId"] = $"{Source}.{IdOf(index, part)}",
        ["source"] = Source,
        ["method"] = "wire",
        ["amountMinor"] = 1,
        ["currency"] = row.Currency,
        ["valueOn"] = Today(),
    };

    private JsonObject EventOf(AccountRow row, long index, int part) => new()
    {
        ["entityId"] = row.EntityId,
        ["accountId"] = row.AccountId,
        ["source"] = Source,
        ["paymentId"] = IdOf(index, part),
        ["method"] = "direct-debit",
        ["amountMinor"] = 1,
        ["currency"] = row.Currency,
        ["valueOn"] = Today(),
    };

    private JsonObject CallOf(AccountRow row, Random numbers, long index, int part) => new()
    {
        ["specversion"] = "1.0",
        ["id"] = IdOf(index, part),
        ["source"] = Source,
        ["type"] = "billing.usage.call",
        ["subject"] = $"{row.EntityId}/{row.AccountId}",
        ["time"] = TimeProvider.System.GetUtcNow().UtcDateTime.ToString("O", CultureInfo.InvariantCulture),
        ["data"] = new JsonObject
        {
            ["quantity"] = numbers.Next(1, 600).ToString(CultureInfo.InvariantCulture),
            ["from"] = "61400000000",
            ["to"] = string.Create(CultureInfo.InvariantCulture, $"61{numbers.Next(200_000_000, 900_000_000)}"),
        },
    };

    private static string Today() =>
        TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static JsonArray Batch(Func<int, JsonNode> record) =>
        new([.. Enumerable.Range(0, BatchCount).Select(record)]);
}
