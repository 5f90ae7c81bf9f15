using System.Net;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Console.Lists;
using BillingActors.Gateway.Console.Lists.Jobs;
using BillingActors.Gateway.Tests.Fakes;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Exports;
using BillingActors.Storage.Reports;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;

namespace BillingActors.Gateway.Tests;

/// <summary>Long lists become files beside the pages: asked by one, agreed to by another, kept for who asked.</summary>
public sealed class ExportJobTests : IAsyncDisposable
{
    private const int Long = 2 * ListExport.CountMax;
    private static readonly Caller _maker = Person("mary", "supervisor");
    private static readonly Caller _checker = Person("carl", "controller");
    private readonly MemoryAudit _audit = new();
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly MemoryExports _stored = new();
    private readonly List<ExportWriter> _writers = [];
    private LongAccountList _list = new(Long);
    private ExportJobs _jobs = null!;

    public async ValueTask DisposeAsync()
    {
        foreach (var writer in _writers)
        {
            await writer.StopAsync(CancellationToken.None);
            writer.Dispose();
        }
    }

    [Fact]
    public async Task It_is_written_once_another_person_has_agreed_and_each_step_is_noted()
    {
        var list = new LongAccountList(Long);
        var asked = await Ask(list);
        Assert.Equal((ExportState.Waiting, 0), (asked.State, list.PageCount));
        Assert.Equal(asked.Sight, Assert.Single(await Of(_checker)).Sight);

        var agreed = await _jobs.Agree(_checker, asked.Id, Noted("carl"), Http.Cancellation);
        Assert.Equal((ExportState.Approved, "carl"), (agreed.Value!.State, agreed.Value.DecidedBy));
        var done = await Until(ExportState.Done);

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
            Assert.Empty(await Of(other));
            var reply = await _jobs.Agree(other, asked.Id, Noted(other.PersonId), Http.Cancellation);
            Assert.Equal("not-permitted", reply.Problem?.Code);
        }
        Assert.Equal(ExportState.Waiting, Assert.Single(await Of(_maker)).State);
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
        Assert.Equal(ExportState.Rejected, Assert.Single(await Of(_maker)).State);
        Assert.Equal((0, null), (list.PageCount, await Open(_maker, asked.Id)));
    }

    [Fact]
    public async Task Without_the_entry_in_the_trail_nobody_asks_and_nobody_agrees()
    {
        _audit.Fault = new IOException("the disk is full");
        await Assert.ThrowsAsync<IOException>(() => Ask(new LongAccountList(Long)));
        Assert.Empty(await Of(_maker));

        _audit.Fault = null;
        var asked = await Ask(new LongAccountList(Long));
        _audit.Fault = new IOException("the disk is full");
        await Assert.ThrowsAsync<IOException>(
            () => _jobs.Agree(_checker, asked.Id, Noted("carl"), Http.Cancellation));
        Assert.Equal(ExportState.Waiting, Assert.Single(await Of(_maker)).State);
    }

    [Fact]
    public async Task The_file_is_for_who_asked_and_still_may_see_as_much_for_a_day()
    {
        var asked = await Ask(new LongAccountList(Long));
        await _jobs.Agree(_checker, asked.Id, Noted("carl"), Http.Cancellation);
        await Until(ExportState.Done);

        Assert.Null(await Open(_checker, asked.Id));
        Assert.Null(await Open(Person("mary", "clerk"), asked.Id));
        Assert.Null(await Open(Person("mary", "supervisor", "north"), asked.Id));
        _clock.Advance(ExportWriter.KeptFor - TimeSpan.FromSeconds(1));
        Assert.StartsWith("entity,account", await Taken(_maker, asked.Id), StringComparison.Ordinal);
        _clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(await Open(_maker, asked.Id));
        Assert.Empty(await Of(_maker));
    }

    [Fact]
    public async Task What_is_cancelled_while_it_is_written_ends_and_makes_room()
    {
        var list = new LongAccountList(Long, freePages: 4);
        var asked = await Ask(list);
        await _jobs.Agree(_checker, asked.Id, Noted("carl"), Http.Cancellation);
        await Until(ExportState.Working);

        Assert.False(await _jobs.End(_checker, asked.Id, Http.Cancellation));
        Assert.True(await _jobs.End(_maker, asked.Id, Http.Cancellation));
        Assert.Empty(await Of(_maker));

        // It held the turn: the next one is only written when it has let go.
        var next = await Ask(new LongAccountList(Long));
        await _jobs.Agree(_checker, next.Id, Noted("carl"), Http.Cancellation);
        await Until(ExportState.Done);
        for (var count = 1; count < ExportJobs.CountMaxOfPerson; count++)
            await Ask(new LongAccountList(Long));
        var many = await Asked(new LongAccountList(Long));
        Assert.Equal("too-many-requests", many.Problem?.Code);
    }

    [Fact]
    public async Task What_a_program_was_writing_when_it_was_killed_another_one_writes_anew()
    {
        var asked = await Ask(new LongAccountList(Long, freePages: 4));
        await _jobs.Agree(_checker, asked.Id, Noted("carl"), Http.Cancellation);
        await Until(ExportState.Working);
        _writers[0].Dispose(); // It ends without a word.
        _list = new LongAccountList(Long);
        await Start();

        // It may still live: nobody takes over while it is believed to.
        var begun = _clock.GetUtcNow();
        Assert.Equal(ExportState.Working, Assert.Single(await Of(_maker)).State);
        var done = await Until(ExportState.Done, step: TimeSpan.FromSeconds(1));
        Assert.InRange(_clock.GetUtcNow() - begun, ExportWriter.HeldFor, TimeSpan.FromHours(1));
        Assert.Equal((Long, "carl", true), (done.WrittenCount, done.DecidedBy, done.IsHere));
        Assert.StartsWith("entity,account", await Taken(_maker, asked.Id), StringComparison.Ordinal);
        Assert.Equal(2, _audit.Entries.Count); // Nobody was asked again.
    }

    [Fact]
    public async Task What_waits_and_what_is_written_outlives_a_program_that_ends()
    {
        var waits = await Ask(new LongAccountList(Long));
        var asked = await Ask(new LongAccountList(Long));
        await _jobs.Agree(_checker, asked.Id, Noted("carl"), Http.Cancellation);
        var first = await Until(ExportState.Done);
        await _writers[0].StopAsync(Http.Cancellation);
        _clock.Advance(TimeSpan.FromHours(1));
        _list = new LongAccountList(Long);
        await Start();

        var done = await Until(ExportState.Done);
        Assert.Equal((asked.Id, first.EndedAt, true), (done.Id, done.EndedAt, done.IsHere));
        Assert.StartsWith("entity,account", await Taken(_maker, asked.Id), StringComparison.Ordinal);
        Assert.Contains(await Of(_checker), job => job.Id == waits.Id && job.State == ExportState.Waiting);
        Assert.Equal("for the auditors", (await Of(_checker)).Single().Reason);
    }

    [Fact]
    public async Task A_file_of_another_program_is_written_here_when_its_maker_wants_it()
    {
        var asked = await Ask(new LongAccountList(Long));
        await _jobs.Agree(_checker, asked.Id, Noted("carl"), Http.Cancellation);
        await Until(ExportState.Done);
        var other = _writers[0];
        var there = other.Find(asked.Id)!.File.Name;
        _list = new LongAccountList(Long);
        await Start();
        Assert.False(Assert.Single(await Of(_maker)).IsHere);
        Assert.Null(await Open(_maker, asked.Id));

        Assert.False(await _jobs.Fetch(_checker, asked.Id, Http.Cancellation));
        Assert.True(await _jobs.Fetch(_maker, asked.Id, Http.Cancellation));
        Assert.True((await Until(ExportState.Done)).IsHere);
        await other.Keep(Http.Cancellation);
        Assert.Null(other.Find(asked.Id));
        Assert.False(File.Exists(there));
        Assert.StartsWith("entity,account", await Taken(_maker, asked.Id), StringComparison.Ordinal);
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
        while ((await jobs.Of(maker, Http.Cancellation)).Single().State != ExportState.Done)
            await Task.Delay(5, Http.Cancellation);

        var path = "/console/exports/" + asked.Id;
        Assert.Equal(HttpStatusCode.NotFound, await other.See(path));
        Assert.DoesNotContain(host.Behind.Audit.Entries, one => one.Action == "list-exported");
        Assert.StartsWith("entity,account", await visitor.Page(path), StringComparison.Ordinal);
        var entry = Assert.Single(host.Behind.Audit.Entries, one => one.Action == "list-exported");
        // The program's own list, which has nobody.
        Assert.Equal((maker.PersonId, "csv, 0 accounts, q=%2A&status=open"), (entry.ActorId, entry.After));
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

    private async Task<BillingActors.Grains.Interfaces.Commands.Reply<ExportJob>> Asked(LongAccountList list)
    {
        _list = list;
        if (_writers.Count == 0)
            await Start();
        return await _jobs.Ask(Export(list, _maker), ListFile.All[0], (Long, Noted("mary")), Http.Cancellation);
    }

    /// <summary>A program on what is stored; what the test asks of is asked of this one from now on.</summary>
    private async Task<ExportWriter> Start()
    {
        var wishes = new ExportWishes([new AccountsList(FakeGrains.InPlaceOf<IAccountList>(() => _list))]);
        var writer = new ExportWriter(_stored, wishes, _clock, NullLogger<ExportWriter>.Instance);
        _writers.Add(writer);
        _jobs = new ExportJobs(_stored, wishes, writer, _audit, _clock);
        await writer.StartAsync(Http.Cancellation);
        return writer;
    }

    private Task<System.Collections.Immutable.ImmutableArray<ExportJob>> Of(Caller caller) =>
        _jobs.Of(caller, Http.Cancellation);

    private Task<(ExportJob Job, Stream Bytes)?> Open(Caller caller, string id) =>
        _jobs.Open(caller, id, Http.Cancellation);

    private async Task<ExportJob> Ask(LongAccountList list) => (await Asked(list)).Value!;

    private async Task<ExportJob> Until(string state, TimeSpan step = default)
    {
        while (true)
        {
            if ((await Of(_maker)).FirstOrDefault(job => job.State == state) is { } job)
                return job;
            await Task.Delay(5, Http.Cancellation);
            _clock.Advance(step);
        }
    }

    private async Task<string> Taken(Caller caller, string id)
    {
        var (_, bytes) = (await Open(caller, id))!.Value;
        using var reader = new StreamReader(bytes);
        return await reader.ReadToEndAsync(Http.Cancellation);
    }
}
