using System.Collections.Immutable;
using System.Text;
using BillingActors.Domain.Mediation;
using BillingActors.Grains.Interfaces.Charging;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.Worklists;
using BillingActors.Storage.Mediation;
using BillingActors.Storage.Reports;
using BillingActors.Storage.Tests.Stores;
using NodaTime;

namespace BillingActors.Storage.Tests.Mediation;

/// <summary>What is promised of long calls whose parts are held, whatever lies below.</summary>
public abstract class HeldCallContract(StoreSet stores) : StoreContract(stores)
{
    private const string Number = "4930987654";

    private static readonly DateTimeOffset Noon = new(2025, 1, 7, 12, 0, 0, TimeSpan.Zero);
    private static readonly DateTimeOffset Again = Noon.AddMinutes(1);

    /// <summary>A condition: the column holds the bytes.</summary>
    protected abstract string Holds(string column, string hex);

    private string Source => "msc-" + Id;

    [Fact]
    public async Task Parts_wait_seen_until_the_call_is_complete()
    {
        Assert.Equal([(true, false), (true, false)], await Hold(Part(3, true), Part(1)));
        var row = Assert.Single(await Waiting("open"));
        Assert.Equal(("call-incomplete", "E1", "A-1"), (row.Code, row.EntityId, row.AccountId));
        Assert.Equal(
            "Parts 1, 3 (the last) came; without the rest the call is closed at 2025-01-08 12:00Z.", row.Detail);
        Assert.Equal(1, await DueCount());

        Assert.Equal([(true, false)], await Hold(Part(1)));
        Assert.Equal([(false, true), (true, true)], await Hold(Elsewhere(Part(1)), Part(2)));
        var parts = await Close();
        Assert.Equal([1, 2, 3], parts.Select(part => part.Part.Number));
        Assert.Equal((Number, "E1/A-1"), (parts[0].Entry.Usage.Call!.To, parts[0].Entry.Party));
        Assert.Equal(0, await Sql($"select count(*) from held_call_part where source = '{Source}' and "
            + Holds("payload", Convert.ToHexString(Encoding.UTF8.GetBytes(Number)))));

        await Stores.HeldCalls.End(Source, "c-1", Cancellation);
        Assert.Empty(await Close());
        Assert.Equal("all parts came", Assert.Single(await Waiting("fixed")).Resolution);
        Assert.Equal(0, await DueCount());
        Assert.Equal(0, await Sql(
            $"select count(*) from held_call_part where source = '{Source}' and payload is not null"));
    }

    [Fact]
    public async Task A_closed_call_takes_no_part_more_and_gives_its_parts_until_they_were_handed_on()
    {
        await Hold(Part(1), Part(2));
        Assert.Equal(2, (await Close()).Length);

        Assert.Equal([(false, false)], await Hold(Elsewhere(Part(2))));
        var late = await Held(Part(3, true));

        Assert.Equal("call-ended", late[0].Refusal!.Code);
        Assert.Contains("1, 2", late[0].Refusal!.Detail, StringComparison.Ordinal);
        Assert.Equal([1, 2], (await Close()).Select(part => part.Part.Number));
        var due = await Stores.DueWork.Due(0, 1, Again, 500, Cancellation);
        Assert.Equal(Again, Assert.Single(due, item => item.Key == Source + "/c-1").DueAt);
        await Stores.HeldCalls.End(Source, "c-1", Cancellation);
        Assert.Empty(await Close());
        Assert.Equal("closed with the parts that came", Assert.Single(await Waiting("fixed")).Resolution);
    }

    [Fact]
    public async Task A_call_that_a_person_dropped_is_rated_no_more()
    {
        await Hold(Part(1));
        var row = Assert.Single(await Waiting("open"));
        await Stores.Worklist.Resolve(row.Id, "dropped", "ada", "test call", Cancellation);

        Assert.Equal("call-ended", (await Held(Part(2, true)))[0].Refusal!.Code);
        Assert.Empty(await Close());
        await Stores.HeldCalls.End(Source, "c-1", Cancellation);
        Assert.Equal(0, await DueCount());
        Assert.Equal("dropped", (await Stores.Worklist.Read(row.Id, Cancellation))!.State);
    }

    [Fact]
    public async Task A_part_that_contradicts_is_refused_and_leaves_the_others()
    {
        await Hold(Part(1));
        var other = Part(1) with { Part = Part(1).Part with { Quantity = 61m } };

        var outcomes = await Held(other, Part(2, true));

        Assert.Equal(("call-part-conflict", true), (outcomes[0].Refusal!.Code, outcomes[1].IsComplete));
    }

    [Fact]
    public async Task Parts_that_come_at_once_are_all_there()
    {
        await Task.WhenAll(Enumerable.Range(1, 6).Select(number => Hold(Part(number, number == 6))));

        var call = new HeldCall([.. (await Close()).Select(part => part.Part)]);
        Assert.True(call.IsComplete);
        Assert.Equal(6, call.Parts.Length);
    }

    private static HeldPart Elsewhere(HeldPart part) => part with { Entry = part.Entry with { Line = 99 } };

    private Task<ImmutableArray<HeldPart>> Close() => Stores.HeldCalls.Close(Source, "c-1", Again, Cancellation);

    private HeldPart Part(int number, bool isLast = false)
    {
        var at = Noon.AddHours(number);
        var usage = new UsageEntry(Source, "c-1", at, Call: new CallUse(60.5m, "49170", Number));
        return new HeldPart(
            new CallEntry("E1/A-1", usage, number + 2, number, isLast),
            new CallPart(number, isLast, Instant.FromDateTimeOffset(at), 60.5m, "rest"));
    }

    private async Task<IEnumerable<(bool IsNew, bool IsComplete)>> Hold(params ImmutableArray<HeldPart> parts)
    {
        var outcomes = await Held(parts);
        Assert.All(outcomes, outcome => Assert.Null(outcome.Refusal));
        return outcomes.Select(outcome => (outcome.IsNew, outcome.IsComplete));
    }

    private Task<ImmutableArray<HeldOutcome>> Held(params ImmutableArray<HeldPart> parts) =>
        Stores.HeldCalls.Hold("I-" + Id, parts, Noon.AddDays(1), Cancellation);

    private Task<long> DueCount() => Sql($"select count(*) from due_work where kind = 'call' and key = '{Source}/c-1'");

    private async Task<List<WorklistRow>> Waiting(string state) =>
    [
        .. (await Stores.Reports.Worklist(
            EntityScope.All, new WorklistFilter("open-call", state), 0, 500, Cancellation))
            .Where(row => row.Field == Source + "/c-1"),
    ];
}
