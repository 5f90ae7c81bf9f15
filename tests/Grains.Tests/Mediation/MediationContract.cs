using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Charging;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.Mediation;

/// <summary>What call records of files promise, over every database.</summary>
public abstract class MediationContract(BillingEngine engine)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Records_and_parts_are_rated_once_whatever_comes_again()
    {
        var desk = await Priced();
        ImportItem[] items =
        [
            Call(desk, "1", 60, desk.KeyOf(0)), Call(desk, "2", 30, desk.PointOf(0)),
            Call(desk, "3", 60, desk.PointOf(0), part: 2, isLast: true), Call(desk, "3", 120, desk.PointOf(0), part: 1),
            Call(desk, "4", 60, desk.KeyOf(7)), Call(desk, "5", 60, "nowhere"),
        ];

        var first = await desk.Import(items);
        var again = await desk.Import([.. items.Take(4)]);

        Assert.Equal((4, 0, 2), (first.StoredCount, first.DuplicateCount, first.RejectedCount));
        Assert.Equal((2, 2), (again.StoredCount, again.DuplicateCount));
        await Wait.Until(() => View(desk), view => view!.Unbilled == 0.45m);
        Assert.Equal(2, await desk.Count(
            "worklist", $"import_id = '{first.ImportId}' and code = 'party-unknown' and field = 'charged_party'"));
        Assert.Equal(0, await desk.Count("worklist", $"kind = 'open-call' and state = 'open' and {Of(desk)}"));
    }

    [Fact]
    public async Task A_record_whose_party_is_unknown_is_driven_again_once_it_is_known()
    {
        var desk = await Priced();
        var import = await desk.Import(Call(desk, "1", 60, desk.KeyOf(1)));
        var row = await engine.Sql($"select id from worklist where import_id = '{import.ImportId}'");
        var grain = engine.Grains.GetGrain<IImportGrain>(import.ImportId);
        Assert.Equal("party-unknown", (await grain.Redrive(Desk.By("ada"), row, Cancellation)).Problem!.Code);

        await desk.Import(desk.Contract(1));
        var fixedNow = Desk.Succeeded(await grain.Redrive(Desk.By("ada"), row, Cancellation));
        var twice = await grain.Redrive(Desk.By("ada"), row, Cancellation);

        Assert.Equal((1, 0), (fixedNow.StoredCount, fixedNow.RejectedCount));
        Assert.Equal("worklist-unknown", twice.Problem!.Code);
        await Wait.Until(() => View(desk, 1), view => view!.Unbilled == 0.1m);
    }

    [Fact]
    public async Task A_record_that_cannot_be_rated_is_recycled_alone_and_once()
    {
        var desk = await Priced();
        await desk.Import(Call(desk, "1", 60, desk.KeyOf(0), to: "33"), Call(desk, "2", 60, desk.KeyOf(0), to: "34"));
        await Wait.Until(() => Waiting(desk), count => count == 2);
        await Price(desk, "33", "34");
        var usage = engine.Grains.GetGrain<IAccountUsageGrain>(desk.KeyOf(0));

        var name = $"{SourceOf(desk)}/1";
        var first = Desk.Succeeded(await usage.RecycleRecord(Desk.By("ada"), name, Cancellation));
        var twice = Desk.Succeeded(await usage.RecycleRecord(Desk.By("ada"), name, Cancellation));

        Assert.Equal((1, 0), (first.RatedCount, twice.RatedCount));
        Assert.Equal(1, await Waiting(desk));
        Assert.Equal(0.1m, (await View(desk))!.Unbilled);
    }

    [Fact]
    public async Task A_call_whose_rest_never_comes_is_closed_with_what_came()
    {
        var desk = await Priced();
        await desk.Import(Call(desk, "1", 60, desk.KeyOf(0), part: 1), Call(desk, "1", 60, desk.KeyOf(0), part: 3));
        Assert.Equal(1, await desk.Count("worklist", $"kind = 'open-call' and state = 'open' and {Of(desk)}"));
        var call = engine.Grains.GetGrain<IHeldCallGrain>($"{SourceOf(desk)}/1");

        await call.Close(Cancellation);
        await call.Close(Cancellation);

        await Wait.Until(() => View(desk), view => view!.Unbilled == 0.2m);
        Assert.Equal(1, await desk.Count("worklist", $"kind = 'open-call' and state = 'fixed' and {Of(desk)}"));
        var late = await desk.Import(Call(desk, "1", 60, desk.KeyOf(0), part: 2));
        Assert.Equal(1, late.RejectedCount);
        Assert.Equal(1, await desk.Count("worklist", $"import_id = '{late.ImportId}' and code = 'call-ended'"));
        Assert.Equal(0.2m, (await View(desk))!.Unbilled);
    }

    [Fact]
    public async Task Parts_that_wait_long_enough_are_due()
    {
        var desk = await Priced();
        await desk.Import(Call(desk, "1", 60, desk.KeyOf(0), part: 1));
        try
        {
            engine.Clock.MoveTo(new DateOnly(2025, 2, 4));
            await Wait.Until(() => View(desk), view => view!.Unbilled == 0.1m);
        }
        finally
        {
            engine.Clock.Reset();
        }
    }

    private static string SourceOf(Desk desk) => "msc-" + desk.EntityId;

    private static string Of(Desk desk) => $"entity_id = '{desk.EntityId}'";

    private static ImportItem Call(
        Desk desk, string id, int seconds, string party, int part = 0, bool isLast = false, string to = "49") => new(
        Call: new CallEntry(
            party,
            new UsageEntry(
                SourceOf(desk), id, new DateTimeOffset(2025, 1, 7, 2 + part, 0, 0, TimeSpan.Zero),
                Call: new CallUse(seconds, "61", to)),
            3,
            part,
            isLast));

    private static Task<long> Waiting(Desk desk) =>
        desk.Count("worklist", $"kind = 'usage-record' and state = 'open' and {Of(desk)}");

    private Task<UsageView?> View(Desk desk, int account = 0) =>
        engine.Grains.GetGrain<IAccountUsageGrain>(desk.KeyOf(account)).ViewUsage(Cancellation);

    private async Task<Desk> Priced()
    {
        var desk = await Desk.Open(engine);
        await Price(desk);
        await desk.Enter(1);
        return desk;
    }

    private static async Task Price(Desk desk, params string[] more)
    {
        var prefixes = string.Join(',', more.Prepend("49").Select(prefix => $"\"{prefix}\""));
        await desk.Publish(TariffJson.Read($$$"""
            {"id":"{{{desk.TariffId}}}","name":"Flat","currency":"AUD","zone":"Australia/Sydney",
            "versions":[{"number":1,"validFrom":"2024-01-01","charges":[
            {"kind":"calls","code":"voice","text":"Calls","taxCategory":"none","event":"call","unit":"minute",
            "destinations":[{"name":"all","prefixes":[{{{prefixes}}}]}],
            "rates":[{"destination":"all","price":"0.1","increment":1}]}]}]}
            """));
    }
}
