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

    // Of a network's records: that come once more, and that come long after the call.
    private const double DuplicateShare = 0.005;
    private const double LateShare = 0.001;
    private const int LateDays = 40;

    // What is sent must not be taken for what an earlier load sent.
    private readonly string _name = Guid.NewGuid().ToString("N")[..12];
    private readonly LoadReads _reads = new(gateway);
    private JsonObject? _lastCall;

    /// <summary>What must be known of the gateway's accounts before the first arrival.</summary>
    public Task Prepare(CancellationToken cancellation) =>
        plan.Profile.Parts.Any(part => part.Operation == LoadOperation.Reads)
            ? _reads.Find(accounts.Rows, cancellation)
            : Task.CompletedTask;

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
            LoadOperation.Return => Return(row, index, cancellation),
            LoadOperation.PaymentBatch => Post(
                "v1/payments/events", Batch(i => EventOf(Draw(numbers), index, i)), index, cancellation),
            LoadOperation.CallBatch => Post(
                "v1/usage/events", Batch(i => CallOf(Draw(numbers), numbers, index, i)), index, cancellation),
            LoadOperation.Reads => LandReads(index, numbers, cancellation),
            _ => DryRun(index, cancellation),
        };
    }

    private AccountRow Draw(Random numbers) => accounts.Draw(numbers.NextDouble(), plan.Skew);

    private async Task Post(string path, JsonNode body, long index, CancellationToken cancellation) =>
        await gateway.Send<JsonNode>(HttpMethod.Post, path, body, KeyOf(index), cancellation);

    // A debit that its bank sends back.
    private async Task Return(AccountRow row, long index, CancellationToken cancellation)
    {
        var payments = Paths.Account($"{row.EntityId}/{row.AccountId}", "/payments");
        var payment = PaymentOf(row, index, 0);
        await Post(payments, payment, index, cancellation);
        var back = new JsonObject { ["kind"] = "reversed", ["reasonCode"] = "AM04" };
        await gateway.Send<JsonNode>(
            HttpMethod.Post, $"{payments}/{payment["receiptId"]}/reversal", back,
            KeyOf(index) with { Key = $"load-{_name}-{index}-back" }, cancellation);
    }

    private async Task LandReads(long index, Random numbers, CancellationToken cancellation)
    {
        var file = _reads.FileOf(index, numbers);
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

    private JsonObject CallOf(AccountRow row, Random numbers, long index, int part)
    {
        var drawn = numbers.NextDouble();
        if (drawn < DuplicateShare && Volatile.Read(ref _lastCall) is { } known)
            return known.DeepClone().AsObject();
        var isLate = drawn is >= DuplicateShare and < DuplicateShare + LateShare;
        var at = TimeProvider.System.GetUtcNow().UtcDateTime.AddDays(isLate ? -LateDays : 0);
        var call = new JsonObject
        {
            ["specversion"] = "1.0",
            ["id"] = IdOf(index, part),
            ["source"] = Source,
            ["type"] = "billing.usage.call",
            ["subject"] = $"{row.EntityId}/{row.AccountId}",
            ["time"] = at.ToString("O", CultureInfo.InvariantCulture),
            ["data"] = new JsonObject
            {
                ["quantity"] = numbers.Next(1, 600).ToString(CultureInfo.InvariantCulture),
                ["from"] = "61400000000",
                ["to"] = string.Create(CultureInfo.InvariantCulture, $"61{numbers.Next(200_000_000, 900_000_000)}"),
            },
        };
        Volatile.Write(ref _lastCall, call.DeepClone().AsObject());
        return call;
    }

    private static string Today() =>
        TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static JsonArray Batch(Func<int, JsonNode> record) =>
        new([.. Enumerable.Range(0, BatchCount).Select(record)]);
}
