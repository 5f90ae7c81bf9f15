using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.Worklists;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Mediation;
using BillingActors.Storage.Reports;
using BillingActors.Storage.Tests.Imports;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Mediation;

/// <summary>What is promised of files of call records, whatever lies below.</summary>
public abstract class CallFileContract(StoreSet stores) : StoreContract(stores)
{
    private string Source => "msc-" + Id;

    [Fact]
    public async Task The_same_file_again_is_done_and_all_of_it_duplicate()
    {
        var first = await HandIn(1, "aa");
        var (again, fate) = await Received(1, "aa");
        await Stores.Imports.AcceptCalls(first, "sha", 3, FileOf(1, "aa"), Cancellation);

        Assert.Equal(CallFileFate.Known, fate);
        var view = (await Stores.Imports.View(again, Cancellation))!;
        Assert.Equal(("done", 3L, 3L), (view.State, view.RecordCount, view.DuplicateCount));
        Assert.Null(await Stores.Imports.Next(again, Cancellation));
        Assert.Equal("accepted", (await Stores.Imports.View(first, Cancellation))!.State);
    }

    [Fact]
    public async Task Another_file_with_the_number_changes_nothing()
    {
        await HandIn(1, "aa");

        var (other, fate) = await Received(1, "bb");

        Assert.Equal(CallFileFate.Contradicting, fate);
        Assert.Equal("receiving", (await Stores.Imports.View(other, Cancellation))!.State);
    }

    [Fact]
    public async Task One_of_many_that_hand_the_same_file_in_at_once_is_taken()
    {
        var fates = await Task.WhenAll(Enumerable.Range(0, 4).Select(async _ => (await Received(1, "aa")).Fate));

        Assert.Single(fates, fate => fate == CallFileFate.Taken);
        Assert.Equal(3, fates.Count(fate => fate == CallFileFate.Known));
    }

    [Fact]
    public async Task What_is_missing_waits_until_it_comes_or_is_given_up()
    {
        await HandIn(1, "aa");
        await HandIn(9, "bb");
        var gap = Assert.Single(await Gaps("open"));
        Assert.Equal(("file-gap", "sequence-gap", Source), (gap.Kind, gap.Code, gap.Field));
        Assert.Equal("Files 2 to 8 are missing.", gap.Detail);

        await HandIn(5, "cc");
        Assert.Equal(
            ["Files 2 to 4 are missing.", "Files 6 to 8 are missing."],
            (await Gaps("open")).Select(row => row.Detail).Order(StringComparer.Ordinal));
        var right = (await Gaps("open")).Single(row => row.Detail.Contains('6', StringComparison.Ordinal));
        Assert.True(await Stores.Worklist.Resolve(right.Id, "dropped", "ada", "lost for ever", Cancellation));
        foreach (var number in (int[])[2, 4, 3, 7])
            await HandIn(number, $"n{number}");

        Assert.Empty(await Gaps("open"));
        var closed = Assert.Single(await Gaps("fixed"));
        Assert.Equal((gap.Id, "arrived"), (closed.Id, closed.Resolution));
        Assert.Equal(right.Id, Assert.Single(await Gaps("dropped")).Id);
    }

    [Fact]
    public async Task Files_that_come_together_in_any_order_leave_no_gap()
    {
        await Task.WhenAll(Enumerable.Range(1, 8).Reverse().Select(number => HandIn(number, $"n{number}")));

        Assert.Empty(await Gaps("open"));
    }

    private CallFile FileOf(long number, string sha256) => new(Source, number, 3, 180.5m, sha256);

    private async Task<string> HandIn(long number, string sha256)
    {
        var (import, fate) = await Received(number, sha256);
        Assert.Equal(CallFileFate.Taken, fate);
        return import;
    }

    private async Task<(string Import, CallFileFate Fate)> Received(long number, string sha256)
    {
        var import = "I-" + Guid.NewGuid().ToString("N")[..12];
        await Stores.Imports.Begin(Files.Header(import, At), Cancellation);
        await Stores.Imports.Stage(new StagedBatch(import, 0, Files.Items(3)), Cancellation);
        return (import, await Stores.Imports.AcceptCalls(import, "sha", 3, FileOf(number, sha256), Cancellation));
    }

    private async Task<List<WorklistRow>> Gaps(string state) =>
    [
        .. (await Stores.Reports.Worklist(
            EntityScope.All, new WorklistFilter("file-gap", state), 0, 500, Cancellation))
            .Where(row => row.Field == Source),
    ];
}
