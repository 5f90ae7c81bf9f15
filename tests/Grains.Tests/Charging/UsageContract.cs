using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Charging;
using BillingActors.Grains.Interfaces.Streams;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Tests.Engine;
using BillingActors.Storage.Inbox;
using BillingActors.Storage.Reports;
using BillingActors.Storage.Verification;
using BillingActors.Storage.Worklists;

namespace BillingActors.Grains.Tests.Charging;

/// <summary>What usage that is rated when it comes promises, over every database.</summary>
public abstract class UsageContract(BillingEngine engine)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_comes_through_the_stream_is_on_the_bill_once_and_late_ones_on_the_next()
    {
        var desk = await Desk.Open(engine);
        await Price(desk);
        await desk.Enter(1);
        var inbox = engine.Get<IInbox>();
        InboxRecord[] records = [Record(desk, "1", 7, 60), Record(desk, "2", 8, 90), Record(desk, "1", 7, 60)];
        await inbox.Append(StreamNames.Usage, records, Cancellation);
        await inbox.Append(StreamNames.Usage, [.. records.Reverse()], Cancellation);
        await Wait.Until(() => View(desk), view => view!.Unbilled == 0.25m);

        var runId = Desk.NewRunId();
        await desk.Calculate(runId, 0);
        // Of another period, between calculation and release: it must not hold the bill again.
        var next = await Rate(desk, Entry("3", 2, 60) with { At = At(2, 2) });
        Assert.Equal(1, next.RatedCount);
        var run = await desk.Issue(runId);
        Assert.Equal(1, run.IssuedCount);
        Assert.Equal(0.1m, (await View(desk))!.Unbilled);

        var late = await Rate(desk, Entry("1", 7, 60), Entry("4", 9, 60), Entry("2", 8, 91));
        Assert.Equal((1, 1), (late.RatedCount, late.DuplicateCount));
        Assert.Equal("usage-conflict", Assert.Single(late.SetAside).Code);
        Assert.Equal(0.2m, (await View(desk))!.Unbilled);

        var invoice = Assert.Single(await engine.Get<IReports>().InvoicesOf(desk.KeyOf(0), 0, 10, Cancellation));
        Assert.Equal(Desk.JanuaryMinor + 25, invoice.TotalMinor);
        var report = await engine.Get<IVerification>().Run(null, Cancellation);
        Assert.True(report.Holds, string.Join('\n', report.Checks.SelectMany(check => check.Faults)));
    }

    [Fact]
    public async Task The_same_command_has_its_effect_once_and_another_content_is_refused()
    {
        var desk = await Desk.Open(engine);
        await Price(desk);
        await desk.Enter(1);
        var envelope = Desk.By("network");
        var first = Desk.Succeeded(await Usage(desk).RateUsage(envelope, new([Entry("1", 7, 60)]), Cancellation));
        var again = await Usage(desk).RateUsage(envelope, new([Entry("1", 7, 60)]), Cancellation);
        var other = await Usage(desk).RateUsage(envelope, new([Entry("2", 7, 60)]), Cancellation);

        Assert.Equal((1, true), (first.RatedCount, again.IsReplay));
        Assert.Equal(first.Version, again.Value!.Version);
        Assert.Equal("id-reused", other.Problem!.Code);
    }

    [Fact]
    public async Task What_is_set_aside_is_rated_once_its_price_is_there()
    {
        var desk = await Desk.Open(engine);
        await Price(desk);
        await desk.Enter(1);
        var entry = Entry("1", 7, 60) with { Call = new CallUse(60, "61", "33") };
        Assert.Equal("unknown-destination", Assert.Single((await Rate(desk, entry)).SetAside).Code);

        await Price(desk, "33");
        var recycled = Desk.Succeeded(await Usage(desk).RecycleUsage(Desk.By("clerk"), Cancellation));

        Assert.Equal((1, 0), (recycled.RatedCount, recycled.SetAside.Length));
        Assert.Equal(0, await desk.Count(
            "worklist", $"kind = 'usage-record' and state = 'open' and entity_id = '{desk.EntityId}'"));
        Assert.Equal(0, Desk.Succeeded(
            await Usage(desk).RecycleUsage(Desk.By("clerk"), Cancellation)).RatedCount);
    }

    [Fact]
    public async Task What_is_given_up_while_it_is_being_rated_again_is_not_rated()
    {
        var desk = await Desk.Open(engine);
        await Price(desk);
        await desk.Enter(1);
        await Rate(desk, Entry("1", 7, 60) with { Call = new CallUse(60, "61", "33") });
        await Price(desk, "33");
        var stop = engine.Gate.Close(key => key == desk.KeyOf(0));
        var recycling = Usage(desk).RecycleUsage(Desk.By("clerk"), Cancellation);
        await stop.Reached;
        var list = engine.Get<IWorklistStore>();
        var id = await engine.Sql($"select id from worklist where entity_id = '{desk.EntityId}'");

        Assert.True(await list.Resolve(id, "dropped", "sue", "a test call", Cancellation));
        stop.Open();

        Assert.Equal("worklist-resolved", (await recycling).Problem?.Code);
        Assert.Equal(0, Desk.Succeeded(await Usage(desk).RecycleUsage(Desk.By("clerk"), Cancellation)).RatedCount);
        Assert.Equal("dropped", (await list.Read(id, Cancellation))!.State);
    }

    [Fact]
    public async Task A_rule_of_the_store_that_was_broken_is_no_unknown_outcome()
    {
        var desk = await Desk.Open(engine);
        await Price(desk);
        await desk.Enter(1);
        var stop = engine.Gate.Close(key => key == desk.KeyOf(0));
        var rating = Usage(desk).RateUsage(Desk.By("network"), new([Entry("1", 7, 60)]), Cancellation);
        await stop.Reached;

        stop.Break(new InvalidOperationException("a rule is broken"));

        await Assert.ThrowsAsync<InvalidOperationException>(() => rating);
    }

    [Fact]
    public async Task A_price_of_a_moment_ago_counts_for_the_next_call()
    {
        var desk = await Desk.Open(engine);
        await Price(desk);
        await desk.Enter(1);
        Assert.Equal(1, (await Rate(desk, Entry("1", 7, 60))).RatedCount); // From now on the prices are kept.

        await Price(desk, "33");
        var next = await Rate(desk, Entry("2", 7, 60) with { Call = new CallUse(60, "61", "33") });

        Assert.Equal((1, 0), (next.RatedCount, next.SetAside.Length));
    }

    [Fact]
    public async Task A_reservation_outlives_its_activation()
    {
        var desk = await Desk.Open(engine);
        await Price(desk);
        await desk.Enter(1);
        Desk.Succeeded(await Usage(desk).SetSpendingCap(Desk.By("clerk"), new(100, "K0000", "block"), Cancellation));
        Desk.Succeeded(await Usage(desk).ReserveUsage(
            Desk.By("network"), new("RV-1", "K0000", 60, 86_400), Cancellation));

        var refused = await Usage(desk).ReserveUsage(Desk.By("network"), new("RV-2", "K0000", 41), Cancellation);
        var committed = Desk.Succeeded(await Usage(desk).CommitReservation(
            Desk.By("network"), new("RV-1", [Entry("1", 7, 60)]), Cancellation));

        Assert.Equal("spending-cap-reached", refused.Problem!.Code);
        Assert.Equal(1, committed.RatedCount);
        Assert.Empty((await View(desk))!.Reservations);
        var unknown = await Usage(desk).SetSpendingCap(Desk.By("clerk"), new(100, Policy: "stop"), Cancellation);
        Assert.Equal("cap-policy-unknown", unknown.Problem!.Code);
    }

    private static DateTimeOffset At(int month, int day) => new(2025, month, day, 2, 0, 0, TimeSpan.Zero);

    private static UsageEntry Entry(string id, int day, int seconds) =>
        new("switch", id, At(1, day), "K0000", new CallUse(seconds, "61", "49"));

    private static InboxRecord Record(Desk desk, string id, int day, int seconds) => new(
        desk.KeyOf(0), "switch", id, UsageRecordJson.Write(Entry(id, day, seconds)));

    private async Task<UsageReceipt> Rate(Desk desk, params UsageEntry[] entries) => Desk.Succeeded(
        await Usage(desk).RateUsage(Desk.By("network"), new([.. entries]), Cancellation));

    private Task<UsageView?> View(Desk desk) => Usage(desk).ViewUsage(Cancellation);

    private IAccountUsageGrain Usage(Desk desk) => engine.Grains.GetGrain<IAccountUsageGrain>(desk.KeyOf(0));

    private static async Task Price(Desk desk, params string[] more)
    {
        var prefixes = string.Join(',', more.Prepend("49").Select(prefix => $"\"{prefix}\""));
        var tariff = TariffJson.Read($$$"""
            {"id":"{{{desk.TariffId}}}","name":"Flat","currency":"AUD","zone":"Australia/Sydney",
            "versions":[{"number":1,"validFrom":"2024-01-01","charges":[
            {"kind":"fixed","code":"supply","text":"Supply","taxCategory":"standard","per":"day","price":"1"},
            {"kind":"usage","code":"energy","text":"Energy","taxCategory":"standard","direction":"import","unit":"kWh",
            "price":{"kind":"flat","price":"0.3"}},
            {"kind":"calls","code":"voice","text":"Calls","taxCategory":"none","event":"call","unit":"minute",
            "destinations":[{"name":"all","prefixes":[{{{prefixes}}}]}],
            "rates":[{"destination":"all","price":"0.1","increment":1}]}],
            "taxes":[{"code":"GST","text":"GST","percent":"10","categories":["standard"]}]}]}
            """);
        await desk.Publish(tariff);
    }
}
