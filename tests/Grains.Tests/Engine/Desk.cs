using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Grains.Interfaces.Metering;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Storage.Imports;

namespace BillingActors.Grains.Tests.Engine;

/// <summary>
/// A legal entity of its own with a monthly cycle and a tariff of 1.00 a day and 0.30 a kWh plus ten percent: January
/// with 100 kWh comes to 31.00 + 30.00 + 6.10 = 67.10.
/// </summary>
internal sealed class Desk
{
    public const long JanuaryMinor = 6710;
    public const long JanuaryNetMinor = 6100;

    public static readonly DateOnly January = new(2025, 1, 1);
    public static readonly DateOnly February = new(2025, 2, 1);

    private readonly BillingEngine _engine;

    private Desk(BillingEngine engine) => _engine = engine;

    public string EntityId { get; } = "E" + Guid.NewGuid().ToString("N")[..10];

    public string CycleId => EntityId + "-monthly";

    public string TariffId => EntityId + "-flat";

    public static async Task<Desk> Open(BillingEngine engine)
    {
        var desk = new Desk(engine);
        var entity = new LegalEntityRecord(
            desk.EntityId, "Test Energy", "AUD", "Australia/Sydney", "ABN 1", "1 Test Street", "INV");
        var cycle = new BillCycleRecord(desk.CycleId, desk.EntityId, "Monthly", 1, 1, [], 3, 0m, 0m, false);
        await desk.Put("legal-entity", desk.EntityId, new(LegalEntity: entity));
        await desk.Put("bill-cycle", desk.CycleId, new(BillCycle: cycle));
        await desk.Put("tariff", desk.TariffId, new(Tariff: Tariff(desk.TariffId)));
        return desk;
    }

    public static CommandEnvelope By(string person, string? commandId = null, string? reason = null) => new(
        commandId ?? "command-" + Guid.NewGuid().ToString("N"), "person", person, "test",
        new DateTimeOffset(2025, 2, 2, 9, 0, 0, TimeSpan.Zero), reason);

    public static string Id(int account) => $"A{account:D4}";

    public string PointOf(int account) => $"{EntityId}-P{account:D4}";

    public string KeyOf(int account) => AccountKey.Of(EntityId, Id(account));

    public IAccountGrain Account(int account) => _engine.Grains.GetGrain<IAccountGrain>(KeyOf(account));

    public IMasterDataGrain Master(string kind, string id) => _engine.Grains.GetGrain<IMasterDataGrain>($"{kind}/{id}");

    public async Task Put(string kind, string id, MasterContent content)
    {
        if (content.Tariff is { } tariff)
        {
            await Publish(tariff);
            return;
        }
        var reply = await Master(kind, id).Put(By("controller"), new(content, January, null), default);
        Assert.Null(reply.Problem);
    }

    /// <summary>One person writes prices, another one publishes them.</summary>
    public async Task Publish(TariffDocument tariff)
    {
        var draft = Master("tariff-draft", tariff.Id);
        var known = await draft.View(default);
        var saved = Succeeded(await draft.Put(
            By("writer"), new(new(Tariff: tariff), January, known?.Version), default));
        Succeeded(await Master("tariff", tariff.Id).Publish(
            By("controller", reason: "agreed"), new(saved.Version), default));
    }

    /// <summary>Accounts with contracts and first reads from January, and closing reads except where missing.</summary>
    public async Task Enter(int count, params int[] withoutClosingRead)
    {
        await Import([.. Enumerable.Range(0, count).Select(Contract)]);
        var reads = Enumerable.Range(0, count).Select(i => Read(i, January, 1000, "install"))
            .Concat(Enumerable.Range(0, count).Except(withoutClosingRead).Select(i => Read(i, February, 1100)));
        var import = await Import([.. reads]);
        Assert.Equal(0, import.RejectedCount);
    }

    public ImportItem Contract(int account) => new(Contract: new ContractEntry(
        EntityId, $"{EntityId}-C{account:D4}", $"Customer {account}", null, null, null, Id(account), CycleId, 14,
        $"K{account:D4}", TariffId, January, null, PointOf(account), $"M{account:D4}", "register", "R1", "kWh",
        "import", 0, 0, 6, 1m, account + 2));

    public ImportItem Read(int account, DateOnly on, long value, string kind = "scheduled") => new(Read: new MeterRead(
        PointOf(account), "R1", $"M{account:D4}", "kWh", "import", null, null, null, on, value, 0, "actual", kind,
        null, null, null, null, account + 2));

    /// <summary>Hands records in and waits until each has its effect.</summary>
    public async Task<ImportView> Import(params ImportItem[] items)
    {
        var imports = _engine.Get<IImportStore>();
        var id = "imp-" + Guid.NewGuid().ToString("N");
        await imports.Begin(
            new ImportHeader(id, "test.csv", "test", "person", "operator", DateTimeOffset.UnixEpoch), default);
        var batches = items.Chunk(50).ToList();
        for (var i = 0; i < batches.Count; i++)
            await imports.Stage(new StagedBatch(id, i, [.. batches[i]]), default);
        await imports.Accept(id, new string('0', 64), items.Length, default);
        var grain = _engine.Grains.GetGrain<IImportGrain>(id);
        await grain.Work(default);
        return (await Wait.Until(() => grain.View(default), import => import?.State == "done"))!;
    }

    public IBillRunGrain Run(string runId) => _engine.Grains.GetGrain<IBillRunGrain>(runId);

    public static string NewRunId() => "run-" + Guid.NewGuid().ToString("N");

    public PlanRun PlanOf(params int[] accounts) =>
        new(EntityId, CycleId, February, [.. accounts.Select(Id)]);

    /// <summary>Plans January and waits until its drafts agree.</summary>
    public async Task<RunView> Calculate(string runId, params int[] accounts)
    {
        Succeeded(await Run(runId).Plan(By("planner"), PlanOf(accounts), default));
        return await Until(runId, "reconciled");
    }

    public async Task<RunView> Issue(string runId)
    {
        Succeeded(await Run(runId).Approve(By("second"), default));
        Succeeded(await Run(runId).Release(By("planner"), default));
        return await Until(runId, "closed");
    }

    public async Task<RunView> Until(string runId, string stage) =>
        (await Wait.Until(() => Run(runId).View(default), run => run?.Stage == stage))!;

    public Task<long> Count(string table, string where) => _engine.Sql($"select count(*) from {table} where {where}");

    public static T Succeeded<T>(Reply<T> reply)
        where T : class
    {
        Assert.True(reply.Problem is null, $"{reply.Problem?.Code}: {reply.Problem?.Detail}");
        return reply.Value!;
    }

    private static TariffDocument Tariff(string id) => TariffJson.Read($$$"""
        {"id":"{{{id}}}","name":"Flat","currency":"AUD","zone":"Australia/Sydney","versions":[{"number":1,
        "validFrom":"2024-01-01","charges":[
        {"kind":"fixed","code":"supply","text":"Supply","taxCategory":"standard","per":"day","price":"1"},
        {"kind":"usage","code":"energy","text":"Energy","taxCategory":"standard","direction":"import","unit":"kWh",
        "price":{"kind":"flat","price":"0.3"}}],
        "taxes":[{"code":"GST","text":"GST","percent":"10","categories":["standard"]}]}]}
        """);
}
