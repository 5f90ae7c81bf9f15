using System.Collections.Immutable;
using BillingActors.Cli;
using BillingActors.Cli.Client;
using BillingActors.Cli.Demo;
using BillingActors.Cli.Demo.Reference;
using BillingActors.Cli.Embedded;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Silo;
using BillingActors.Storage;

namespace BillingActors.Gateway.Tests.RealData;

/// <summary>
/// The whole product on a fresh database, and one service point of a real file billed through the API.
/// </summary>
internal sealed class RealDataBilling : IAsyncDisposable
{
    private readonly string _directory;
    private readonly EmbeddedHost _host;
    private readonly DemoDesk _desk;

    private RealDataBilling(string directory, EmbeddedHost host, DemoDesk desk) =>
        (_directory, _host, _desk) = (directory, host, desk);

    public static async Task<RealDataBilling> Start(DateOnly from)
    {
        var directory = Directory.CreateTempSubdirectory("billing-real-").FullName;
        var clock = new MovableClock();
        clock.Set(DemoDesk.MorningOf(from));
        var storage = new StorageOptions { Path = Path.Combine(directory, "billing.db") };
        var host = await EmbeddedHost.Start(storage, "http://127.0.0.1:0", clock,
            TestContext.Current.CancellationToken);
        return new RealDataBilling(directory, host, new DemoDesk(host, clock));
    }

    /// <summary>Bills a service point of a file on a tariff, period by period; gives the invoices by period.</summary>
    public async Task<IReadOnlyList<InvoiceView>> Bill(
        string file, string pointId, TariffDocument tariff, ImmutableArray<DateOnly> boundaries)
    {
        var cancellation = TestContext.Current.CancellationToken;
        var survey = await MeterSurvey.Of([file], cancellation);
        var point = survey.Points.Single(point => point.Id == pointId || pointId.Length == 0);
        var account = new ReferenceAccount(point, "cycle", tariff.Id, boundaries);
        await Enter(account, tariff, boundaries, cancellation);
        var entered = await _desk.Import(WriteContract(account), "contracts-csv", cancellation);
        Assert.Equal(0, entered.RejectedCount);
        await _desk.Import(file, null, cancellation);
        foreach (var until in boundaries.Skip(1))
        {
            await _desk.MoveTo(until, cancellation);
            var billing = new BillingDay(_desk, new Terminal(TextWriter.Null, TextWriter.Null, isInteractive: false));
            var billed = await billing.Bill(new PlanRun(point.Market, "cycle", until, []), cancellation);
            Assert.Empty(billed.Held);
        }
        return await Invoices($"{point.Market}/{account.AccountId}", cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        _desk.Dispose();
        await _host.DisposeAsync();
        Directory.Delete(_directory, recursive: true);
    }

    private async Task Enter(
        ReferenceAccount account, TariffDocument tariff, ImmutableArray<DateOnly> boundaries,
            CancellationToken cancellation)
    {
        var from = boundaries[0];
        await _desk.MoveTo(from, cancellation);
        await _desk.Put(ReferenceMarket.All.Single(market => market.Id == account.Point.Market).Entity, from,
            cancellation);
        await _desk.Put(tariff, cancellation);
        await _desk.Put(new BillCycleRecord(
            "cycle", account.Point.Market, "Cycle", 1, 1, boundaries, 0, 0m, 0m, HoldZeroUse: false), from,
                cancellation);
        await _desk.Put(ServicePoints.Of(account.Point), from, cancellation);
    }

    private string WriteContract(ReferenceAccount account)
    {
        var file = Path.Combine(_directory, "contracts.csv");
        File.WriteAllLines(file, [ReferenceAccount.Header, account.Row]);
        return file;
    }

    private async Task<IReadOnlyList<InvoiceView>> Invoices(string accountKey, CancellationToken cancellation)
    {
        var invoices = new List<InvoiceView>();
        await foreach (
            var row in _desk.AsOperator.Rows<InvoiceRow>(Paths.Account(accountKey, "/invoices"), cancellation))
            invoices.Add(await _desk.AsOperator.Get<InvoiceView>(Paths.Invoice(row.InvoiceId), cancellation));
        return [.. invoices.OrderBy(invoice => invoice.From)];
    }
}
