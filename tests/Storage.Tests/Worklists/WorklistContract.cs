using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.Worklists;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Reports;
using BillingActors.Storage.Tests.Imports;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Worklists;

/// <summary>What every worklist promises, whatever lies below it.</summary>
public abstract class WorklistContract(StoreSet stores) : StoreContract(stores)
{
    [Fact]
    public async Task An_open_row_gets_an_owner_and_ends_once()
    {
        var row = (await Rejected(1))[0];

        Assert.True(await Stores.Worklist.Assign(row.Id, "bob", Cancellation));
        var ended = await Task.WhenAll(Enumerable.Range(0, 4).Select(
            _ => Stores.Worklist.Resolve(row.Id, "dropped", "ada", "not ours", Cancellation)));

        Assert.Single(ended, done => done);
        Assert.False(await Stores.Worklist.Assign(row.Id, "eve", Cancellation));
        var after = await Stores.Worklist.Read(row.Id, Cancellation);
        Assert.Equal(
            ("dropped", "bob", "ada", "not ours"), (after!.State, after.Owner, after.ResolvedBy, after.Resolution));
        Assert.NotNull(after.ResolvedAt);
        Assert.Null(await Stores.Worklist.Read(long.MaxValue, Cancellation));
    }

    [Fact]
    public async Task Only_a_state_that_ends_a_row_resolves_it()
    {
        var row = (await Rejected(1))[0];

        await Assert.ThrowsAsync<ArgumentException>(
            () => Stores.Worklist.Resolve(row.Id, "open", "ada", "why", Cancellation));
    }

    [Fact]
    public async Task Pages_follow_each_other_and_filters_apply()
    {
        var rows = await Rejected(5);
        await Stores.Worklist.Assign(rows[3].Id, "bob", Cancellation);
        var filter = new WorklistFilter(ImportId: "I-" + Id);

        var first = await List(EntityScope.All, filter, 0, 2);
        var second = await List(EntityScope.All, filter, first[1].Id, 10);

        Assert.Equal(rows.Select(row => row.Id), first.Concat(second).Select(row => row.Id));
        var last = await Stores.Reports.LastOfWorklist(EntityScope.All, filter, 2, Cancellation);
        Assert.Equal(rows.Select(row => row.Id).TakeLast(2), last.Select(row => row.Id));
        last = await Stores.Reports.LastOfWorklist(EntityScope.All, filter with { Owner = "bob" }, 2, Cancellation);
        Assert.Equal([rows[3].Id], last.Select(row => row.Id));
        Assert.Equal(
            [rows[3].Id], (await List(EntityScope.All, filter with { Owner = "bob" }, 0, 10)).Select(row => row.Id));
        Assert.Empty(await List(EntityScope.All, filter with { State = "fixed" }, 0, 10));
        Assert.Empty(await List(EntityScope.All, filter with { Code = "other" }, 0, 10));
        Assert.Equal(
            5, (await List(EntityScope.All, filter with { Kind = "import-record", State = "open" }, 0, 10)).Length);
    }

    [Fact]
    public async Task A_row_rests_until_its_day_and_only_where_it_is_asked_for()
    {
        var rows = await Rejected(2);
        var (day, filter) = (new DateOnly(2026, 3, 10), new WorklistFilter(ImportId: "I-" + Id));

        Assert.True(await Stores.Worklist.Snooze(rows[0].Id, day, Cancellation));

        Assert.Equal(
            [rows[1].Id], (await List(EntityScope.All, filter with { AwakeOn = day.AddDays(-1) }, 0, 10))
                .Select(row => row.Id));
        Assert.Equal(2, (await List(EntityScope.All, filter with { AwakeOn = day }, 0, 10)).Length);
        Assert.Equal(2, (await List(EntityScope.All, filter, 0, 10)).Length);
        Assert.Equal(day, (await Stores.Worklist.Read(rows[0].Id, Cancellation))!.SnoozedUntil);
        await Stores.Worklist.Resolve(rows[0].Id, "dropped", "ada", "why", Cancellation);
        Assert.False(await Stores.Worklist.Snooze(rows[0].Id, day, Cancellation));
    }

    [Fact]
    public async Task Rows_without_an_entity_are_for_callers_without_a_limit()
    {
        await Rejected(1);

        Assert.Empty(await List(new EntityScope(["E1"]), new WorklistFilter(ImportId: "I-" + Id), 0, 10));
    }

    private async Task<WorklistRow[]> List(EntityScope scope, WorklistFilter filter, long afterId, int countMax) =>
        [.. await Stores.Reports.Worklist(scope, filter, afterId, countMax, Cancellation)];

    private async Task<WorklistRow[]> Rejected(int count)
    {
        var import = "I-" + Id;
        await Stores.Imports.Begin(Files.Header(import, At), Cancellation);
        await Stores.Imports.Stage(new StagedBatch(import, 0, Files.Items(count)), Cancellation);
        await Stores.Imports.Accept(import, "ab", count, Cancellation);
        var rejected = Files.Items(count).Select(
            item => new RejectedRecord(item, new RecordProblem(item.Line, "NMI", "unknown-service-point", "Unknown.")));
        await Stores.Imports.Complete(new WorkedBatch(import, 0, [], [], [.. rejected]), Cancellation);
        return await List(EntityScope.All, new WorklistFilter(ImportId: import), 0, 100);
    }
}
