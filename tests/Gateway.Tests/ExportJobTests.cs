using System.Net;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Console.Lists;
using BillingActors.Gateway.Console.Lists.Jobs;
using BillingActors.Gateway.Tests.Fakes;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Reports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting.Internal;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BillingActors.Gateway.Tests;

/// <summary>Long lists become files beside the pages: asked by one, agreed to by another, kept for who asked.</summary>
public sealed class ExportJobTests : IDisposable
{
    private const int Long = 2 * ListExport.CountMax;
    private static readonly Caller _maker = Person("mary", "supervisor");
    private static readonly Caller _checker = Person("carl", "controller");
    private readonly MemoryAudit _audit = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly ExportJobs _jobs;

    public ExportJobTests() => _jobs = new ExportJobs(
        _audit, _clock, new ApplicationLifetime(NullLogger<ApplicationLifetime>.Instance),
        NullLogger<ExportJobs>.Instance);

    public void Dispose() => _jobs.Dispose();

    [Fact]
    public async Task It_is_written_once_another_person_has_agreed_and_each_step_is_noted()
    {
        var list = new LongAccountList(Long);
        var asked = await Ask(list);
        Assert.Equal((ExportJob.Waiting, 0), (asked.State, list.PageCount));
        Assert.Equal(asked, Assert.Single(_jobs.Of(_checker)));

        var agreed = await _jobs.Agree(_checker, asked.Id, Noted("carl"), Http.Cancellation);
        Assert.Equal((ExportJob.Approved, "carl"), (agreed.Value!.State, agreed.Value.DecidedBy));
        var done = await Until(ExportJob.Done);

        Assert.Equal(Long, done.WrittenCount);
        var lines = (await Taken(_maker, done.Id)).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(Long + 1, lines.Length);
        Assert.InRange(list.AskedMax, 1, 500);
        Assert.Equal(
            ["mary list-export-asked accounts", "carl list-export-agreed accounts"], _audit.Told);
        Assert.All(
            _audit.Entries, one => Assert.Equal("csv, 20,000 accounts, q=%2A&status=open", one.After));
        Assert.Equal("for the auditors", _audit.Entries[0].Reason);
    }

    [Fact]
    public async Task Who_asked_never_agrees_nor_does_who_may_not_see_all_of_it()
    {
        var list = new LongAccountList(Long);
        var asked = await Ask(list);
        Caller[] others =
        [
            Person("nora", "supervisor", "north"), Person("olga", "clerk"), Person("rita", "admin"),
        ];

        var own = await _jobs.Agree(_maker, asked.Id, Noted("mary"), Http.Cancellation);
        Assert.Equal("second-person-needed", own.Problem?.Code);
        foreach (var other in others)
        {
            Assert.Empty(_jobs.Of(other));
            var reply = await _jobs.Agree(other, asked.Id, Noted(other.PersonId), Http.Cancellation);
            Assert.Equal("not-permitted", reply.Problem?.Code);
        }
        Assert.Equal(ExportJob.Waiting, Assert.Single(_jobs.Of(_maker)).State);
        Assert.Equal(0, list.PageCount);
        Assert.Single(_audit.Entries);
    }

    [Fact]
    public async Task It_is_decided_once_and_what_was_rejected_is_never_written()
    {
        var list = new LongAccountList(Long);
        var asked = await Ask(list);

        Assert.NotNull((await _jobs.Reject(_checker, asked.Id, Noted("carl"), Http.Cancellation)).Value);
        var late = await _jobs.Agree(_checker, asked.Id, Noted("carl"), Http.Cancellation);

        Assert.Equal("nothing-asked", late.Problem?.Code);
        Assert.Equal(ExportJob.Rejected, Assert.Single(_jobs.Of(_maker)).State);
        Assert.Equal((0, null), (list.PageCount, _jobs.Open(_maker, asked.Id)));
    }

    [Fact]
    public async Task Without_the_entry_in_the_trail_nobody_asks_and_nobody_agrees()
    {
        _audit.Fault = new IOException("the disk is full");
        await Assert.ThrowsAsync<IOException>(() => Ask(new LongAccountList(Long)));
        Assert.Empty(_jobs.Of(_maker));

        _audit.Fault = null;
        var asked = await Ask(new LongAccountList(Long));
        _audit.Fault = new IOException("the disk is full");
        await Assert.ThrowsAsync<IOException>(
            () => _jobs.Agree(_checker, asked.Id, Noted("carl"), Http.Cancellation));
        Assert.Equal(ExportJob.Waiting, Assert.Single(_jobs.Of(_maker)).State);
    }

    [Fact]
    public async Task The_file_is_for_who_asked_and_still_may_see_as_much_for_a_day()
    {
        var asked = await Ask(new LongAccountList(Long));
        await _jobs.Agree(_checker, asked.Id, Noted("carl"), Http.Cancellation);
        await Until(ExportJob.Done);

        Assert.Null(_jobs.Open(_checker, asked.Id));
        Assert.Null(_jobs.Open(Person("mary", "clerk"), asked.Id));
        Assert.Null(_jobs.Open(Person("mary", "supervisor", "north"), asked.Id));
        _clock.Advance(ExportJobs.KeptFor - TimeSpan.FromSeconds(1));
        Assert.StartsWith("entity,account", await Taken(_maker, asked.Id), StringComparison.Ordinal);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(_jobs.Open(_maker, asked.Id));
        Assert.Empty(_jobs.Of(_maker));
    }

    [Fact]
    public async Task What_is_cancelled_while_it_is_written_ends_and_makes_room()
    {
        var list = new LongAccountList(Long, freePages: 4);
        var asked = await Ask(list);
        await _jobs.Agree(_checker, asked.Id, Noted("carl"), Http.Cancellation);
        await Until(ExportJob.Working);

        Assert.False(_jobs.End(_checker, asked.Id));
        Assert.True(_jobs.End(_maker, asked.Id));
        Assert.Empty(_jobs.Of(_maker));

        // It held the turn: the next one is only written when it has let go.
        var next = await Ask(new LongAccountList(Long));
        await _jobs.Agree(_checker, next.Id, Noted("carl"), Http.Cancellation);
        await Until(ExportJob.Done);
        for (var count = 1; count < ExportJobs.CountMaxOfPerson; count++)
            await Ask(new LongAccountList(Long));
        var many = await Asked(new LongAccountList(Long));
        Assert.Equal("too-many-requests", many.Problem?.Code);
    }

    [Fact]
    public async Task What_lies_on_the_disk_cannot_be_read_and_is_gone_afterwards()
    {
        string name;
        using (var file = new SealedFile())
        {
            name = file.Name;
            await file.Write(
                async stream =>
                {
                    await stream.WriteAsync("Ada Lovelace"u8.ToArray(), Http.Cancellation);
                    return 1;
                },
                Http.Cancellation);
            await using var raw = new FileStream(
                name, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            using var bytes = new MemoryStream();
            await raw.CopyToAsync(bytes, Http.Cancellation);
            Assert.True(bytes.Length > 0 && bytes.ToArray().AsSpan().IndexOf("Ada"u8) < 0);
            using var read = new StreamReader(file.Read());
            Assert.Equal("Ada Lovelace", await read.ReadToEndAsync(Http.Cancellation));
        }
        Assert.False(File.Exists(name));
    }

    [Fact]
    public async Task It_is_downloaded_by_its_maker_alone_and_each_time_noted()
    {
        await using var host = await GatewayHost.Start(
            "Development", [("Billing:Auth:DevelopmentIssuer", "true")]);
        var (visitor, other) = (new Visitor(host.Anonymous()), new Visitor(host.Anonymous()));
        (await visitor.LogIn("supervisor")).Dispose();
        (await other.LogIn("supervisor")).Dispose();
        var jobs = host.Services.GetRequiredService<ExportJobs>();
        var maker = Person(visitor.PersonId, "supervisor");
        var asked = (await jobs.Ask(
            Export(new LongAccountList(Long), maker), ListFile.All[0], (Long, Noted(maker.PersonId)),
            Http.Cancellation)).Value!;
        await jobs.Agree(_checker, asked.Id, Noted("carl"), Http.Cancellation);
        while (jobs.Of(maker).Single().State != ExportJob.Done)
            await Task.Yield();

        var path = "/console/exports/" + asked.Id;
        Assert.Equal(HttpStatusCode.NotFound, await other.See(path));
        Assert.DoesNotContain(host.Behind.Audit.Entries, one => one.Action == "list-exported");
        Assert.Equal(Long + 2, (await visitor.Page(path)).Split('\n').Length);
        var entry = Assert.Single(host.Behind.Audit.Entries, one => one.Action == "list-exported");
        Assert.Equal((maker.PersonId, "csv, 20,000 accounts, q=%2A&status=open"), (entry.ActorId, entry.After));
        host.Behind.Audit.Fault = new IOException("the disk is full");
        Assert.Equal(HttpStatusCode.InternalServerError, await visitor.See(path));
    }

    private static Caller Person(string id, string role, params string[] entities) =>
        new(id, [role], new EntityScope([.. entities]));

    private static AuditEntry Noted(string person) => new(
        DateTimeOffset.UnixEpoch, person, "console", "", new AuditSubject("list", ""), Guid.NewGuid().ToString())
    {
        Reason = "for the auditors",
    };

    private static ListExport Export(LongAccountList list, Caller maker) =>
        new(new AccountsList(list), maker, new ListQuery("smith").With("status", "open"));

    private Task<BillingActors.Grains.Interfaces.Commands.Reply<ExportJob>> Asked(LongAccountList list) =>
        _jobs.Ask(Export(list, _maker), ListFile.All[0], (Long, Noted("mary")), Http.Cancellation);

    private async Task<ExportJob> Ask(LongAccountList list) => (await Asked(list)).Value!;

    private async Task<ExportJob> Until(string state)
    {
        while (true)
        {
            if (_jobs.Of(_maker).FirstOrDefault(job => job.State == state) is { } job)
                return job;
            await Task.Delay(5, Http.Cancellation);
        }
    }

    private async Task<string> Taken(Caller caller, string id)
    {
        var (_, bytes) = _jobs.Open(caller, id)!.Value;
        using var reader = new StreamReader(bytes);
        return await reader.ReadToEndAsync(Http.Cancellation);
    }
}
