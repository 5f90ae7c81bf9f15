using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.Worklists;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Reports;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Imports;

/// <summary>What every inbox of files promises, whatever lies below it.</summary>
public abstract class ImportStoreContract(StoreSet stores) : StoreContract(stores)
{
    private IImportStore Imports => Stores.Imports;

    private string ServicePoint => "SP-" + Id;

    [Fact]
    public async Task An_id_begins_once()
    {
        Assert.True(await Imports.Begin(Files.Header("I-" + Id, At), Cancellation));
        Assert.False(await Imports.Begin(Files.Header("I-" + Id, At), Cancellation));
    }

    [Fact]
    public async Task What_is_staged_has_no_effect_before_the_file_is_accepted()
    {
        var import = await Begun(1, 3);

        Assert.Null(await Imports.Next(import, Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Complete(import, 0, 3));
        Assert.Equal("receiving", (await View(import)).State);
        Assert.Equal(0, await DueCount(import));
    }

    [Fact]
    public async Task A_staged_batch_comes_back_as_it_was_and_replaces_itself()
    {
        var import = await Begun(1, 2);
        var items = Files.Items(200);
        await Imports.Stage(new StagedBatch(import, 0, items), Cancellation);
        await Imports.Accept(import, "ab", 200, Cancellation);

        var next = await Imports.Next(import, Cancellation);

        Assert.Equal(0, next!.Sequence);
        Assert.Equal(200, next.Items.Length);
        Assert.Equal(items[199].Day!.Line, next.Items[199].Day!.Line);
        Assert.Equal(items[0].Day!.Values, next.Items[0].Day!.Values);
    }

    [Fact]
    public async Task A_file_is_worked_off_batch_by_batch_until_it_is_done()
    {
        var import = await Accepted(2, 3);
        Assert.Equal(("accepted", 1), ((await View(import)).State, await DueCount(import)));

        await Complete(import, 0, 3);
        Assert.Equal(("working", 1), ((await View(import)).State, await DueCount(import)));
        Assert.Equal(1, (await Imports.Next(import, Cancellation))!.Sequence);
        await Complete(import, 1, 3);

        var view = await View(import);
        Assert.Equal(("done", 6L, 6L), (view.State, view.RecordCount, view.StoredCount));
        Assert.Null(await Imports.Next(import, Cancellation));
        Assert.Equal(0, await DueCount(import));
    }

    [Fact]
    public async Task Same_batch_twice_changes_nothing()
    {
        var import = await Accepted(2, 3);
        await Complete(import, 0, 3);
        var before = await View(import);

        await Complete(import, 0, 3);

        Assert.Equal(before with { Problems = [] }, (await View(import)) with { Problems = [] });
        Assert.Equal(3, await Sql($"select count(*) from interval_day where service_point_id = '{ServicePoint}'"));
    }

    [Fact]
    public async Task Two_workers_at_the_same_batch_store_it_once()
    {
        var import = await Accepted(1, 40);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Complete(import, 0, 40)));

        var view = await View(import);
        Assert.Equal(("done", 40L), (view.State, view.StoredCount));
        Assert.Equal(40, await Sql($"select count(*) from interval_day where service_point_id = '{ServicePoint}'"));
    }

    [Fact]
    public async Task Workers_at_the_last_batches_together_agree_that_the_import_is_done()
    {
        var import = await Accepted(6, 5);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(sequence => Complete(import, sequence, 5)));

        Assert.Equal(("done", 0), ((await View(import)).State, await DueCount(import)));
    }

    [Fact]
    public async Task Imports_of_the_same_days_at_once_leave_one_version_of_each()
    {
        var imports = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Accepted(1, 20)));

        await Task.WhenAll(imports.Select(import => Imports.Complete(
            Files.Worked(import, 0, [.. Enumerable.Range(0, 20).Select(day => Files.DayOf(ServicePoint, day, import))]),
            Cancellation)));

        var views = await Task.WhenAll(imports.Select(View));
        Assert.Equal((20, 60), (views.Sum(view => view.StoredCount), views.Sum(view => view.DuplicateCount)));
        Assert.Equal(20, await Sql(
            $"select max(version) * count(*) from interval_day where service_point_id = '{ServicePoint}'"));
    }

    [Fact]
    public async Task A_batch_that_does_not_account_for_every_record_stores_nothing()
    {
        var import = await Accepted(1, 3);

        await Assert.ThrowsAsync<BrokenInvariantException>(() => Complete(import, 0, 2));

        Assert.Equal(0, await Sql($"select count(*) from interval_day where service_point_id = '{ServicePoint}'"));
        Assert.Equal(0, (await Imports.Next(import, Cancellation))!.Sequence);
        await Complete(import, 0, 3);
        Assert.Equal("done", (await View(import)).State);
    }

    [Fact]
    public async Task A_file_whose_batches_do_not_hold_every_record_is_not_accepted()
    {
        var import = await Begun(1, 3);

        await Assert.ThrowsAsync<BrokenInvariantException>(() => Imports.Accept(import, "ab", 4, Cancellation));

        Assert.Equal("receiving", (await View(import)).State);
    }

    [Fact]
    public async Task Accepting_twice_changes_nothing()
    {
        var import = await Accepted(1, 1);
        await Complete(import, 0, 1);

        await Imports.Accept(import, "ab", 1, Cancellation);

        Assert.Equal(("done", 0), ((await View(import)).State, await DueCount(import)));
    }

    [Fact]
    public async Task An_empty_file_is_done_at_once()
    {
        var import = await Begun(0, 0);

        await Imports.Accept(import, "ab", 0, Cancellation);

        Assert.Equal(("done", 0), ((await View(import)).State, await DueCount(import)));
    }

    [Fact]
    public async Task A_refused_file_leaves_its_reasons_and_nothing_else()
    {
        var import = await Begun(2, 3);
        var problem = new RecordProblem(7, "IntervalValue", "not-a-number", "'x' is not a number.");

        await Imports.Refuse(import, "cd", [problem], Cancellation);
        await Imports.Refuse(import, "cd", [problem], Cancellation);

        var view = await View(import);
        Assert.Equal(("refused", "cd"), (view.State, view.Sha256));
        Assert.Equal(problem, Assert.Single(view.Problems));
        Assert.Equal(0, await Sql($"select count(*) from import_batch where import_id = '{import}'"));
        Assert.Equal(0, await DueCount(import));
        await Assert.ThrowsAsync<InvalidOperationException>(() => Imports.Accept(import, "cd", 6, Cancellation));
        await Assert.ThrowsAsync<InvalidOperationException>(
            () => Imports.Stage(new StagedBatch(import, 0, Files.Items(1)), Cancellation));
    }

    [Fact]
    public async Task The_database_itself_refuses_counts_that_do_not_add_up()
    {
        var import = await Accepted(1, 1);
        await Complete(import, 0, 1);

        await Assert.ThrowsAnyAsync<Exception>(
            () => Sql($"update import set stored_count = stored_count + 1 where import_id = '{import}'"));
    }

    [Fact]
    public async Task Rejected_records_wait_in_the_worklist_and_are_driven_again_once()
    {
        var import = await Accepted(1, 2);
        var rejected = new RejectedRecord(
            Files.Item(9), new RecordProblem(9, "NMI", "unknown-service-point", "Unknown."));
        await Imports.Complete(
            Files.Worked(import, 0, Files.DayOf(ServicePoint, 0, import)) with { Rejected = [rejected] }, Cancellation);
        var row = Assert.Single(await Worklist(import));
        Assert.Equal(
            ("import-record", "open", "unknown-service-point", 9, "NMI"),
            (row.Kind, row.State, row.Code, row.Line, row.Field));
        Assert.Contains("\"line\":9", row.Raw, StringComparison.Ordinal);
        Assert.Equal(9, (await Imports.Rejected(row.Id, Cancellation))!.Line);
        Assert.Equal(1, (await View(import)).RejectedCount);

        var again = Files.Worked(import, -1, Files.DayOf(ServicePoint, 5, import));
        var outcomes = await Task.WhenAll(
            Enumerable.Range(0, 4).Select(_ => Imports.CompleteRedrive(row.Id, again, "ada", Cancellation)));

        Assert.Single(outcomes, done => done);
        var view = await View(import);
        Assert.Equal(("done", 2L, 0L), (view.State, view.StoredCount, view.RejectedCount));
        var resolved = await Stores.Worklist.Read(row.Id, Cancellation);
        Assert.Equal(("fixed", "ada"), (resolved!.State, resolved.ResolvedBy));
        Assert.Null(await Imports.Rejected(row.Id, Cancellation));
    }

    [Fact]
    public async Task A_record_rejected_again_keeps_its_row_with_the_new_reason()
    {
        var import = await Accepted(1, 1);
        var problem = new RecordProblem(9, "NMI", "unknown-service-point", "Unknown.");
        await Imports.Complete(
            new WorkedBatch(import, 0, [], [], [new RejectedRecord(Files.Item(9), problem)]), Cancellation);
        var row = Assert.Single(await Worklist(import));

        var later = new RejectedRecord(Files.Item(9), problem with { Rule = "unit-mismatch" });
        Assert.True(await Imports.CompleteRedrive(
            row.Id, new WorkedBatch(import, -1, [], [], [later]), "ada", Cancellation));

        Assert.Equal(("open", "unit-mismatch"), (await Worklist(import)).Select(r => (r.State, r.Code)).Single());
        Assert.Equal(1, (await View(import)).RejectedCount);
    }

    private async Task<string> Begun(int batchCount, int itemCount)
    {
        var import = "I-" + Guid.NewGuid().ToString("N")[..12];
        await Imports.Begin(Files.Header(import, At), Cancellation);
        for (var sequence = 0; sequence < batchCount; sequence++)
            await Imports.Stage(new StagedBatch(import, sequence, Files.Items(itemCount)), Cancellation);
        return import;
    }

    private async Task<string> Accepted(int batchCount, int itemCount)
    {
        var import = await Begun(batchCount, itemCount);
        await Imports.Accept(import, "ab", batchCount * itemCount, Cancellation);
        return import;
    }

    private Task Complete(string import, int sequence, int count) => Imports.Complete(
        Files.Worked(
            import, sequence,
            [.. Enumerable.Range(sequence * count, count).Select(day => Files.DayOf(ServicePoint, day, import))]),
        Cancellation);

    private async Task<ImportView> View(string import) => (await Imports.View(import, Cancellation))!;

    private Task<ImmutableArray<WorklistRow>> Worklist(string import) =>
        Stores.Reports.Worklist(EntityScope.All, new WorklistFilter(ImportId: import), 0, 100, Cancellation);

    private async Task<int> DueCount(string import) =>
        (await Stores.DueWork.Due(0, 1, At.AddDays(1), 10_000, Cancellation)).Count(item => item.Key == import);
}
