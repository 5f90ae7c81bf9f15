using System.Data.Common;
using BillingActors.Storage.Exports;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Exports;

/// <summary>Long exports that were asked for, whatever database lies below them.</summary>
public abstract class ExportContract(StoreSet stores, Func<StoreSet> restart) : StoreContract(stores)
{
    private static readonly (int All, int OfMaker) _many = (1000, 1000);

    private StoredExport Job => new("job-" + Id, "mary-" + Id, At, "accounts of Berta Secret");

    [Fact]
    public async Task What_was_asked_and_agreed_to_outlives_the_program()
    {
        await Begin();
        Assert.True(await Stores.Exports.Decide(Job.JobId, isApproved: true, "carl", Cancellation));

        await using var next = restart();
        var found = Assert.Single(await next.Exports.List(Cancellation));
        Assert.Equal(Job with { State = ExportState.Approved, DecidedBy = "carl" }, found);
        Assert.False(await next.Exports.Decide(Job.JobId, isApproved: false, "dora", Cancellation));
    }

    [Fact]
    public async Task Whoever_asked_is_never_who_agreed()
    {
        await Begin();
        await Assert.ThrowsAnyAsync<DbException>(
            () => Stores.Exports.Decide(Job.JobId, isApproved: true, Job.MakerId, Cancellation));
        Assert.Equal(ExportState.Waiting, Assert.Single(await Stores.Exports.List(Cancellation)).State);
    }

    [Fact]
    public async Task It_lies_sealed_and_in_no_other_place()
    {
        await Begin();
        Assert.Equal(0, await Sql("select count(*) from export_job where cast(wish as text) like '%Secret%'"));
        await Sql($"update export_job set maker_id = 'eve' where job_id = '{Job.JobId}'");
        Assert.Empty(await Stores.Exports.List(Cancellation));
    }

    [Fact]
    public async Task One_program_writes_it_and_another_one_only_when_that_gives_no_sign()
    {
        await Begin();
        Assert.Null(await Stores.Exports.Claim(Holder("a", 0), Cancellation));
        await Stores.Exports.Decide(Job.JobId, isApproved: true, "carl", Cancellation);
        Assert.Equal("a", (await Stores.Exports.Claim(Holder("a", 0), Cancellation))!.HolderId);
        Assert.Null(await Stores.Exports.Claim(Holder("b", 1), Cancellation));
        Assert.True(await Stores.Exports.Keep(Job.JobId, Holder("a", 40), 700, Cancellation));
        Assert.Null(await Stores.Exports.Claim(Holder("b", 90), Cancellation));

        var taken = await Stores.Exports.Claim(Holder("b", 101), Cancellation);
        Assert.Equal(("b", 0, Job.Wish), (taken!.HolderId, taken.WrittenCount, taken.Wish));
        Assert.False(await Stores.Exports.Keep(Job.JobId, Holder("a", 102), 900, Cancellation));
        Assert.False(await Stores.Exports.Finish(Job.JobId, Holder("a", 102), 900, Cancellation));
        Assert.True(await Stores.Exports.Finish(Job.JobId, Holder("b", 103), 950, Cancellation));
        var done = Assert.Single(await Stores.Exports.List(Cancellation));
        Assert.Equal((ExportState.Done, 950, At.AddSeconds(103)), (done.State, done.WrittenCount, done.EndedAt));
    }

    [Fact]
    public async Task A_file_that_is_gone_or_wanted_elsewhere_is_written_anew_for_the_rest_of_its_day()
    {
        await Begin();
        await Stores.Exports.Decide(Job.JobId, isApproved: true, "carl", Cancellation);
        await Write("a", 0);
        await Stores.Exports.Release(Holder("a", 20), Cancellation);
        await Write("b", 21);
        Assert.False(await Stores.Exports.Renew(Job.JobId, "carl", Cancellation));
        Assert.True(await Stores.Exports.Renew(Job.JobId, Job.MakerId, Cancellation));
        await Write("c", 22);
        await Write("d", 22 + 62);

        var done = Assert.Single(await Stores.Exports.List(Cancellation));
        Assert.Equal(("d", At.AddSeconds(1), "carl"), (done.HolderId, done.EndedAt, done.DecidedBy));
        Assert.Equal(0, await Stores.Exports.DropBefore(At, Cancellation));
        Assert.Equal(1, await Stores.Exports.DropBefore(At.AddSeconds(1), Cancellation));
    }

    [Fact]
    public async Task What_is_begun_again_and_again_has_failed()
    {
        await Begin();
        await Stores.Exports.Decide(Job.JobId, isApproved: true, "carl", Cancellation);
        for (var count = 0; count < ExportSql.AttemptCountMax; count++)
            Assert.NotNull(await Stores.Exports.Claim(Holder("a", count * 61), Cancellation));
        Assert.Null(await Stores.Exports.Claim(Holder("a", 3_600), Cancellation));
        Assert.Equal(ExportState.Failed, Assert.Single(await Stores.Exports.List(Cancellation)).State);
    }

    [Fact]
    public async Task What_cannot_be_written_has_failed_and_what_was_rejected_is_never_begun()
    {
        await Begin();
        var other = Job with { JobId = "other-" + Id };
        await Stores.Exports.Add(other, _many, Cancellation);
        await Stores.Exports.Decide(Job.JobId, isApproved: true, "carl", Cancellation);
        await Stores.Exports.Decide(other.JobId, isApproved: false, "carl", Cancellation);
        Assert.Equal(Job.JobId, (await Stores.Exports.Claim(Holder("a", 0), Cancellation))!.JobId);
        await Stores.Exports.Fail(Job.JobId, Holder("a", 1), Cancellation);
        Assert.Null(await Stores.Exports.Claim(Holder("a", 3_600), Cancellation));
        Same(
            [ExportState.Failed, ExportState.Rejected],
            (await Stores.Exports.List(Cancellation)).Select(job => job.State));
    }

    [Fact]
    public async Task There_are_so_many_of_a_person_and_each_drops_ones_own()
    {
        await Begin();
        var other = Job with { JobId = "other-" + Id };
        Assert.False(await Stores.Exports.Add(other, (10, 1), Cancellation));
        Assert.False(await Stores.Exports.Add(other with { MakerId = "eve" }, (1, 10), Cancellation));
        Assert.True(await Stores.Exports.Add(other, (10, 2), Cancellation));
        Assert.False(await Stores.Exports.Drop(Job.JobId, "eve", Cancellation));
        Assert.True(await Stores.Exports.Drop(Job.JobId, Job.MakerId, Cancellation));
        Assert.Equal(other, Assert.Single(await Stores.Exports.List(Cancellation)));
    }

    private static ExportHolder Holder(string id, int second) =>
        new(id, At.AddSeconds(second), At.AddSeconds(second + 60));

    // Programs take whatever there is: each test begins with nothing.
    private async Task Begin()
    {
        await Sql("delete from export_job");
        Assert.True(await Stores.Exports.Add(Job, _many, Cancellation));
    }

    private async Task Write(string program, int second)
    {
        Assert.NotNull(await Stores.Exports.Claim(Holder(program, second), Cancellation));
        Assert.True(await Stores.Exports.Finish(Job.JobId, Holder(program, second + 1), 5, Cancellation));
    }
}
