using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.Imports;

/// <summary>What working off files promises, over every database.</summary>
public abstract class ImportContract(BillingEngine engine)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Contracts_and_reads_have_their_effect_once()
    {
        var desk = await Desk.Open(engine);

        var contracts = await desk.Import(desk.Contract(0), desk.Contract(1));
        var contractsAgain = await desk.Import(desk.Contract(0), desk.Contract(1));
        var reads = await desk.Import(desk.Read(0, Desk.January, 1000), desk.Read(1, Desk.January, 2000));
        var readsAgain = await desk.Import(desk.Read(0, Desk.January, 1000), desk.Read(1, Desk.January, 2001));

        Assert.Equal((2, 0, 0), (contracts.StoredCount, contracts.DuplicateCount, contracts.RejectedCount));
        Assert.Equal((0, 2), (contractsAgain.StoredCount, contractsAgain.DuplicateCount));
        Assert.Equal((2, 0, 0), (reads.StoredCount, reads.DuplicateCount, reads.RejectedCount));
        Assert.Equal((0, 1, 1), (readsAgain.StoredCount, readsAgain.CorrectedCount, readsAgain.DuplicateCount));
        Assert.Equal(2, (await desk.Account(1).View(Cancellation))!.Version);
    }

    [Fact]
    public async Task A_refused_record_waits_and_has_its_effect_once_things_are_put_right()
    {
        var desk = await Desk.Open(engine);
        var import = await desk.Import(desk.Read(0, Desk.January, 1000));
        Assert.Equal((0, 1), (import.StoredCount, import.RejectedCount));
        var row = await engine.Sql($"select id from worklist where import_id = '{import.ImportId}' and state = 'open'");
        var grain = engine.Grains.GetGrain<IImportGrain>(import.ImportId);

        var tooEarly = await grain.Redrive(Desk.By("operator"), row, Cancellation);
        await desk.Import(desk.Contract(0));
        var fixedNow = await grain.Redrive(Desk.By("operator"), row, Cancellation);
        var twice = await grain.Redrive(Desk.By("operator"), row, Cancellation);

        Assert.Equal("service-point-unknown", tooEarly.Problem?.Code);
        Assert.Equal((1, 0), (Desk.Succeeded(fixedNow).StoredCount, fixedNow.Value!.RejectedCount));
        Assert.NotNull(twice.Problem);
        Assert.Equal(1, await desk.Count("register_read", $"service_point_id = '{desk.PointOf(0)}'"));
        Assert.Equal(1, await desk.Count("worklist", $"id = {row} and state = 'fixed' and resolved_by = 'operator'"));
    }

    [Fact]
    public async Task A_row_that_does_not_fit_leaves_its_neighbours_alone()
    {
        var desk = await Desk.Open(engine);
        var stranger = desk.Contract(1) with { Contract = desk.Contract(1).Contract! with { TariffId = "none" } };

        var import = await desk.Import(desk.Contract(0), stranger, desk.Contract(2));

        Assert.Equal((2, 1), (import.StoredCount, import.RejectedCount));
        Assert.NotNull(await desk.Account(2).View(Cancellation));
        Assert.Null(await desk.Account(1).View(Cancellation));
        Assert.Equal(1, await desk.Count(
            "worklist", $"import_id = '{import.ImportId}' and code = 'tariff-unknown' and line = 3"));
    }
}
