using System.Globalization;
using BillingActors.Cli.Client;
using BillingActors.Cli.Demo;
using BillingActors.Cli.Embedded;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Silo;
using BillingActors.Storage;
using Microsoft.Data.Sqlite;

namespace BillingActors.Console.Tests.World;

/// <summary>
/// A program of its own with more accounts than anybody scrolls through, and one whose owner paid in thousands of
/// instalments. The accounts are rows of the lists alone, written in one statement.
/// </summary>
public sealed class CrowdedMarket : IAsyncLifetime
{
    /// <summary>Payments of the one account.</summary>
    public const int PaymentCount = 5_000;

    private const int UsualCount = 100_000;

    private const string Crowd = """
        with recursive n(i) as (select 1 union all select i + 1 from n where i < $1)
        insert into account(account_key, entity_id, account_id, customer_id, cycle_id, status, currency, balance_minor,
            version, link, opened_on)
        select 'demo/M' || printf('%07d', i), 'demo', 'M' || printf('%07d', i), 'MC' || printf('%07d', i), 'monthly', 1,
            'AUD', (i * 7919) % 100000, 1, zeroblob(32), '2025-01-01' from n
        """;

    // Money that pays nothing and held accounts, a row for each of the first accounts, the oldest first.
    private const string Waiting = """
        insert into receipt(account_key, receipt_id, source, method, state, amount_minor, unapplied_minor,
            refunded_minor, value_on, booked_on, is_on_account)
        select account_key, 'U' || substr(account_id, 2), 'bank', 'wire', 'booked', 700, 700, 0,
            date('2023-01-01', '+' || cast(substr(account_id, 2) as integer) || ' days'), '2025-01-01', 0
        from account where account_id between 'M0000001' and 'M0000700';
        insert into worklist(kind, code, detail, entity_id, account_id, run_id)
        select 'bill-exception', 'zero-use', 'no use', 'demo', account_id, 'run-of-the-crowd'
        from account where account_id between 'M0000001' and 'M0000700' order by account_id;
        """;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("billing-crowd-");
    private readonly MovableClock _clock = new();
    private readonly DemoMarket _market = DemoMarket.Of(1);
    private EmbeddedHost? _host;
    private DemoDesk? _desk;

    /// <summary>Accounts of the crowd: 100,000, or as many as BILLING_CROWD says.</summary>
    public static int Count { get; } = int.TryParse(
        Environment.GetEnvironmentVariable("BILLING_CROWD"), NumberStyles.None, CultureInfo.InvariantCulture,
        out var count) ? count : UsualCount;

    /// <summary>Where the program listens.</summary>
    public Uri Address => _host!.Address;

    /// <summary>The account with many postings.</summary>
    public string AccountId => _market.Accounts[0].AccountId;

    public async ValueTask InitializeAsync()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var storage = new StorageOptions { Path = Path.Combine(_folder.FullName, "billing.db") };
        _clock.Set(DemoDesk.MorningOf(DemoMarket.Begin(0)));
        _host = await EmbeddedHost.Start(storage, ("http://127.0.0.1:0", IsDevelopment: true), _clock, cancellation);
        _desk = new DemoDesk(_host, _clock);
        await _desk.MoveTo(DemoMarket.Begin(0), cancellation);
        var from = DemoMarket.Begin(0);
        await _desk.Put(new LegalEntityRecord(
            DemoMarket.EntityId, "Test Energy", DemoMarket.Currency, "Australia/Sydney", "ABN 1", "1 Test Street",
            "INV"), from, cancellation);
        await _desk.Put(new BillCycleRecord(
            DemoMarket.CycleId, DemoMarket.EntityId, "Monthly", 1, 1, [], 3, 0m, 0m, false), from, cancellation);
        foreach (var tariff in DemoTariffs.All())
            await _desk.Put(tariff, cancellation);
        await _desk.Import(new DemoFiles(_market, _folder.FullName).Contracts(), null, cancellation);
        await Pay(cancellation);
        await AddCrowd(storage.Path, cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        _desk?.Dispose();
        if (_host is not null)
            await _host.DisposeAsync();
        _folder.Delete(recursive: true);
    }

    private async Task Pay(CancellationToken cancellation)
    {
        const string Path = "v1/payments/batches/" + DemoMarket.EntityId;
        var lines = Enumerable.Range(1, PaymentCount).Select(line => new PaymentBatchLine(
            line, AccountId, "cash", line, DemoMarket.Begin(0), IsOnAccount: true));
        var batch = new PaymentBatch(
            "crowd", DemoMarket.Currency, PaymentCount, PaymentCount * (PaymentCount + 1L) / 2, [.. lines]);
        var view = await _desk!.AsClerk.Send<ImportView>(
            HttpMethod.Post, Path, batch, Ask.Fresh(), cancellation);
        while (view.State != "done")
        {
            await Task.Delay(100, cancellation);
            view = await _desk.AsClerk.Get<ImportView>($"{Path}/{batch.BatchId}", cancellation);
        }
        Assert.Equal(PaymentCount, view.StoredCount);
    }

    private static async Task AddCrowd(string path, CancellationToken cancellation)
    {
        await using var connection = new SqliteConnection($"Data Source={path};Pooling=False;Default Timeout=60");
        await connection.OpenAsync(cancellation);
        await using var command = connection.CreateCommand();
        command.CommandText = Crowd;
        command.Parameters.AddWithValue("$1", Count);
        Assert.Equal(Count, await command.ExecuteNonQueryAsync(cancellation));
        await using var waiting = connection.CreateCommand();
        waiting.CommandText = Waiting;
        await waiting.ExecuteNonQueryAsync(cancellation);
    }
}
