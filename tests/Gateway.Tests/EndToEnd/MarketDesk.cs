using BillingActors.Cli.Client;
using BillingActors.Cli.Demo;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.MasterData;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>Two people at the front door who enter a market and bill it, over HTTP only.</summary>
internal sealed class MarketDesk(Uri address, string operatorKey, string supervisorKey) : IDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(120);
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(100);

    /// <summary>Loads, plans and releases.</summary>
    public GatewayClient Operator { get; } = new(address, operatorKey);

    /// <summary>Approves, publishes tariffs and keeps the legal entities.</summary>
    public GatewayClient Supervisor { get; } = new(address, supervisorKey);

    /// <summary>Master data, contracts and everything measured in January.</summary>
    public async Task Enter(DemoMarket market, string directory)
    {
        await Put(Supervisor, $"v1/legal-entities/{DemoMarket.EntityId}", new LegalEntityRecord(
            DemoMarket.EntityId, "Test Energy", "AUD", "Australia/Sydney", "ABN 1", "1 Test Street", "INV"));
        await Put(Operator, $"v1/bill-cycles/{DemoMarket.CycleId}", new BillCycleRecord(
            DemoMarket.CycleId, DemoMarket.EntityId, "Monthly", 1, 1, [], 3, 0m, 0m, false));
        foreach (var tariff in DemoTariffs.All())
        {
            await Put(Operator, Paths.Tariff(tariff.Id, "/draft"), tariff);
            await Supervisor.Send<MasterView>(
                HttpMethod.Post, Paths.Tariff(tariff.Id, "/draft/publish"), null,
                Ask.Fresh() with { Version = 1, Reason = "first prices" }, Http.Cancellation);
        }
        foreach (var account in market.IntervalAccounts)
            await Put(Operator, $"v1/service-points/{account.ServicePointId}", PointOf(account));
        var files = new DemoFiles(market, directory);
        foreach (var file in (string[])[files.Contracts(), files.OpeningReads(), .. files.Of(0), .. files.LateOf(0)])
        {
            var import = await Import(file);
            Assert.Equal((import.RecordCount, 0), (import.StoredCount, import.RejectedCount));
        }
    }

    /// <summary>Plans January and waits until its drafts agree.</summary>
    public async Task<RunView> Calculate(string[] accounts)
    {
        var plan = new PlanRun(DemoMarket.EntityId, DemoMarket.CycleId, DemoMarket.Begin(1), [.. accounts]);
        var run = await Operator.Send<RunView>(
            HttpMethod.Post, "v1/bill-runs", plan, Ask.Fresh(), Http.Cancellation);
        return await Until(run.RunId, "reconciled");
    }

    /// <summary>One step of a run, by one of the two.</summary>
    public static Task<RunView> Step(GatewayClient who, string runId, string step) =>
        who.Step(runId, step, Ask.Fresh(), Http.Cancellation);

    /// <summary>Looks until the run is at a stage and at rest.</summary>
    public async Task<RunView> Until(string runId, string stage)
    {
        using var limit = new CancellationTokenSource(Longest);
        while (true)
        {
            var run = await Operator.Get<RunView>(Paths.Run(runId), limit.Token);
            if (run.Stage == stage && run.Working is null)
                return run;
            await Task.Delay(Between, limit.Token);
        }
    }

    public async Task<ImportView> Import(string file)
    {
        var import = await Operator.HandIn(file, (null, null), Ask.Fresh(), Http.Cancellation);
        using var limit = new CancellationTokenSource(Longest);
        return await Operator.UntilDone(import.ImportId, static _ => { }, limit.Token);
    }

    public void Dispose()
    {
        Operator.Dispose();
        Supervisor.Dispose();
    }

    private static Task Put(GatewayClient who, string path, object record) => who.Send<MasterView>(
        HttpMethod.Put, path + "?validFrom=2024-12-01", record, Ask.Fresh() with { IsNew = true }, Http.Cancellation);

    private static ServicePointRecord PointOf(DemoAccount account) => new(
        account.ServicePointId, DemoMarket.EntityId,
        [
            new MeterRecord(account.MeterSerial, DemoMarket.Begin(-1), null, [],
                [new ChannelRecord(account.Channel, account.Unit, "import", 30, 600)]),
        ]);
}
