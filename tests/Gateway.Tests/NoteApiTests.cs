using System.Net;
using System.Text.Json;
using BillingActors.Gateway.Tests.Fakes;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Disputes;
using BillingActors.Storage.Notes;

namespace BillingActors.Gateway.Tests;

/// <summary>Notes of an account: who writes, reads, pins and withdraws them, once, and what the trail says.</summary>
public sealed class NoteApiTests : IAsyncLifetime
{
    private const string Path = "/v1/accounts/north/a1/notes";
    private const string Call = """{"kind":"phone","text":"Will pay on Friday"}""";

    private readonly string _test = Guid.NewGuid().ToString("N");
    private GatewayHost _host = null!;

    public async ValueTask InitializeAsync() => _host = await GatewayHost.Start();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task A_note_is_written_once_and_the_trail_does_not_say_what_it_says()
    {
        var agent = _host.As("agent");
        using var written = await agent.Send("POST", Path, Call, Key("one"));
        using var again = await agent.Send("POST", Path, Call, Key("one"));

        Assert.Equal((HttpStatusCode.Created, Path), (written.StatusCode, written.Headers.Location!.ToString()));
        var said = await written.Json();
        Assert.Equal(("phone", "Will pay on Friday", "pat", false), (
            Text(said, "kind"), Text(said, "text"), Text(said, "writtenBy"),
            said.GetProperty("isPinned").GetBoolean()));
        Assert.Equal("true", again.Headers.GetValues("Idempotent-Replay").Single());
        Assert.Equal(Text(said, "noteId"), Text(await again.Json(), "noteId"));
        Assert.Single(_host.Behind.Notes.Notes);
        using var reused = await agent.Send(
            "POST", Path, """{"kind":"phone","text":"Will not pay"}""", Key("one"));
        await reused.Problem(HttpStatusCode.UnprocessableEntity, "id-reused");
        using var elsewhere = await agent.Send("POST", "/v1/accounts/north/a2/notes", Call, Key("one"));
        await elsewhere.Problem(HttpStatusCode.UnprocessableEntity, "id-reused");

        var entry = Assert.Single(_host.Behind.Audit.Entries);
        Assert.Equal(("note-written", "note", "north", "a1", "phone"), (
            entry.Action, entry.Subject.Kind, entry.Subject.EntityId, entry.Subject.AccountId, entry.After));
        Assert.DoesNotContain("Friday", JsonSerializer.Serialize(entry), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "note-text-invalid")]
    [InlineData("  \n ", "note-text-invalid")]
    [InlineData("bell \u0007", "note-text-invalid")]
    [InlineData("a\tb", "note-text-invalid")]
    [InlineData("escape \u001b[31m", "note-text-invalid")]
    [InlineData("\u0085", "note-text-invalid")]
    [InlineData("paid with 4111 1111 1111 1111", "card-number")]
    public async Task A_text_that_cannot_be_kept_is_refused(string text, string code)
    {
        using var refused = await Write(new { kind = "phone", text });
        await refused.Problem(HttpStatusCode.UnprocessableEntity, code);
        Assert.Empty(_host.Behind.Notes.Notes);
    }

    [Fact]
    public async Task A_text_has_its_length_and_its_lines()
    {
        using var longest = await Write(new { kind = "phone", text = new string('ä', INoteStore.TextLengthMax) });
        Assert.Equal(HttpStatusCode.Created, longest.StatusCode);
        using var longer = await Write(new { kind = "phone", text = new string('ä', INoteStore.TextLengthMax + 1) });
        await longer.Problem(HttpStatusCode.UnprocessableEntity, "note-text-invalid");
        using var lines = await Write(new { kind = "phone", text = " one\r\ntwo 👍\n" });
        Assert.Equal("one\ntwo 👍", Text(await lines.Json(), "text"));
        using var markup = await Write(new { kind = "phone", text = "<img src=x>" });
        Assert.Equal("<img src=x>", Text(await markup.Json(), "text"));
    }

    [Fact]
    public async Task What_a_note_is_about_is_a_document_of_the_account()
    {
        _host.Behind.Reports.Invoices.Add(InvoicePageTests.Invoice());
        _host.Behind.Grains.The<IAccountDisputesGrain, FakeDisputes>("north/a1").Known =
        [
            new DisputeView(
                "D-1", "north.a1.5", null, 100, 0, "price", null, "pat", "open", null, new DateOnly(2026, 2, 1),
                new DateOnly(2026, 2, 9), null, null, null, null, null, []),
        ];
        using var about = await Write(
            new { kind = "phone", text = "x", about = new { kind = "invoice", id = "INV-5" } });
        var said = await about.Json();
        Assert.Equal(("invoice", "north.a1.5", "INV-5"), (
            Text(said, "about"), Text(said, "aboutId"), Text(said, "aboutNumber")));
        using var dispute = await Write(
            new { kind = "phone", text = "x", about = new { kind = "dispute", id = "D-1" } });
        Assert.Equal("D-1", Text(await dispute.Json(), "aboutId"));
        Assert.Equal("phone, about dispute D-1", _host.Behind.Audit.Entries[^1].After);

        foreach (var (kind, id) in new[] { ("invoice", "INV-6"), ("dispute", "D-2"), ("weather", "D-1") })
        {
            using var refused = await Write(new { kind = "phone", text = "x", about = new { kind, id } });
            await refused.Problem(HttpStatusCode.UnprocessableEntity, "note-document-unknown");
        }
        using var other = await _host.As("agent").Send(
            "POST", "/v1/accounts/north/a2/notes",
            """{"kind":"phone","text":"x","about":{"kind":"invoice","id":"INV-5"}}""", Key("other"));
        await other.Problem(HttpStatusCode.UnprocessableEntity, "note-document-unknown");
        using var dream = await Write(new { kind = "dream", text = "x" });
        await dream.Problem(HttpStatusCode.UnprocessableEntity, "note-kind-unknown");
    }

    [Fact]
    public async Task They_are_listed_newest_first_page_by_page_and_filtered()
    {
        for (var i = 0; i < 5; i++)
        {
            using var one = await Write(
                new { kind = i == 2 ? "visit" : "phone", text = $"note {i}", isPinned = i == 1 });
        }
        using var first = await _host.As("auditor").Send("GET", Path + "?limit=3");
        var page = await first.Json();
        var cursor = page.GetProperty("nextCursor").GetString();
        using var rest = await _host.As("auditor").Send("GET", $"{Path}?limit=3&cursor={cursor}");

        Assert.Equal(["note 4", "note 3", "note 2"], Texts(page));
        Assert.Equal(["note 1", "note 0"], Texts(await rest.Json()));
        Assert.Null((await rest.Json()).GetProperty("nextCursor").GetString());
        using var visits = await _host.As("clerk").Send("GET", Path + "?kind=visit");
        Assert.Equal(["note 2"], Texts(await visits.Json()));
        using var pinned = await _host.As("clerk").Send("GET", Path + "?pinned=true");
        Assert.Equal(["note 1"], Texts(await pinned.Json()));
        using var other = await _host.As("clerk").Send("GET", "/v1/accounts/north/a2/notes");
        Assert.Empty(Texts(await other.Json()));
        using var hidden = await _host.As("clerk", "olga", "south").Send("GET", Path);
        await hidden.Problem(HttpStatusCode.NotFound, "account-unknown");
        using var foreign = await _host.As("clerk", "olga", "south").Send("POST", Path, Call, Key("south"));
        await foreign.Problem(HttpStatusCode.NotFound, "account-unknown");
    }

    [Fact]
    public async Task The_own_note_is_withdrawn_with_a_reason_and_another_persons_by_a_supervisor()
    {
        var (own, others) = (await NoteId(), await NoteId());
        var (agent, stranger) = (_host.As("agent"), _host.As("clerk", "carl"));
        using var mute = await agent.Send("POST", $"{Path}/{own}/withdraw", null, Key("mute"));
        await mute.Problem(HttpStatusCode.UnprocessableEntity, "reason-missing");
        using var foreign = await stranger.Send("POST", $"{Path}/{own}/withdraw", null, Key("f"), Why);
        await foreign.Problem(HttpStatusCode.Forbidden, "note-of-another");
        using var gone = await agent.Send("POST", $"{Path}/{own}/withdraw", null, Key("w"), Why);
        Assert.Equal(("pat", "another account"), (
            Text(await gone.Json(), "withdrawnBy"), Text(await gone.Json(), "withdrawnReason")));
        using var again = await agent.Send("POST", $"{Path}/{own}/withdraw", null, Key("w"), Why);
        Assert.Equal("true", again.Headers.GetValues("Idempotent-Replay").Single());
        using var twice = await agent.Send("POST", $"{Path}/{own}/withdraw", null, Key("t"), "Reason: other");
        await twice.Problem(HttpStatusCode.Conflict, "note-withdrawn");
        using var boss = await _host.As("supervisor", "sue").Send(
            "POST", $"{Path}/{others}/withdraw", null, Key("boss"), Why);
        Assert.Equal("sue", Text(await boss.Json(), "withdrawnBy"));
        using var unknown = await agent.Send("POST", $"{Path}/nobody/withdraw", null, Key("u"), Why);
        await unknown.Problem(HttpStatusCode.NotFound, "note-not-found");
        using var elsewhere = await agent.Send(
            "POST", $"/v1/accounts/north/a2/notes/{own}/withdraw", null, Key("e"), Why);
        await elsewhere.Problem(HttpStatusCode.NotFound, "note-not-found");
        using var far = await _host.As("supervisor", "olga", "south").Send(
            "POST", $"{Path}/{own}/withdraw", null, Key("far"), Why);
        await far.Problem(HttpStatusCode.NotFound, "note-not-found");

        using var list = await agent.Send("GET", Path);
        Assert.Empty(Texts(await list.Json()));
        using var all = await agent.Send("GET", Path + "?withdrawn=true");
        Assert.Equal(2, Texts(await all.Json()).Length);
        Assert.Equal(
            ["pat note-withdrawn another account", "sue note-withdrawn another account"],
            _host.Behind.Audit.Entries.Where(one => one.Action == "note-withdrawn")
                .Select(one => $"{one.ActorId} {one.Action} {one.Reason}"));
    }

    [Fact]
    public async Task A_pin_is_set_and_taken_down_and_there_is_room_for_a_few()
    {
        var id = await NoteId();
        var clerk = _host.As("clerk", "carl");
        using var pinned = await clerk.Send("POST", $"{Path}/{id}/pin", null, Key("p"));
        Assert.True((await pinned.Json()).GetProperty("isPinned").GetBoolean());
        using var again = await clerk.Send("POST", $"{Path}/{id}/pin", null, Key("q"));
        Assert.Equal("true", again.Headers.GetValues("Idempotent-Replay").Single());
        using var down = await clerk.Send("POST", $"{Path}/{id}/unpin", null, Key("d"));
        Assert.False((await down.Json()).GetProperty("isPinned").GetBoolean());
        using var late = await clerk.Send("POST", $"{Path}/{id}/pin", null, Key("p"));
        Assert.False((await late.Json()).GetProperty("isPinned").GetBoolean());

        for (var i = 0; i < INoteStore.PinnedMax; i++)
        {
            using var one = await Write(new { kind = "internal", text = "x", isPinned = true });
            Assert.Equal(HttpStatusCode.Created, one.StatusCode);
        }
        using var full = await Write(new { kind = "internal", text = "x", isPinned = true });
        await full.Problem(HttpStatusCode.Conflict, "note-pins-full");
        using var more = await clerk.Send("POST", $"{Path}/{id}/pin", null, Key("m"));
        await more.Problem(HttpStatusCode.Conflict, "note-pins-full");
        using var gone = await _host.As("agent").Send("POST", $"{Path}/{id}/withdraw", null, Key("w"), Why);
        using var dead = await clerk.Send("POST", $"{Path}/{id}/unpin", null, Key("x"));
        await dead.Problem(HttpStatusCode.Conflict, "note-withdrawn");
    }

    [Fact]
    public async Task The_file_of_a_person_has_what_was_written_down_also_what_was_withdrawn()
    {
        var id = await NoteId();
        using var gone = await _host.As("agent").Send("POST", $"{Path}/{id}/withdraw", null, Key("w"), Why);
        for (var i = 0; i < INoteStore.PageLength; i++)
            await NoteId();
        using var file = await _host.As("supervisor").Send("GET", "/v1/customers/c1/person/file");
        var notes = (await file.Json()).GetProperty("notes").EnumerateArray().ToArray();
        Assert.Equal(INoteStore.PageLength + 1, notes.Length);
        Assert.Equal(("Will pay on Friday", "another account"), (
            Text(notes[0], "text"), Text(notes[0], "withdrawnReason")));
    }

    [Fact]
    public async Task Of_a_customer_that_was_erased_nothing_is_written()
    {
        _host.Behind.Notes.Erased.Add("c1");
        using var refused = await Write(new { kind = "phone", text = "x" });
        await refused.Problem(HttpStatusCode.Conflict, "person-erased");
    }

    private static string Why => "Reason: another account";

    private Task<HttpResponseMessage> Write(object body) => _host.As("agent").Send(
        "POST", Path, JsonSerializer.Serialize(body), Key(Guid.NewGuid().ToString("N")));

    private async Task<string> NoteId()
    {
        using var written = await _host.As("agent").Send("POST", Path, Call, Key(Guid.NewGuid().ToString("N")));
        return Text(await written.Json(), "noteId")!;
    }

    private static string?[] Texts(JsonElement page) =>
        [.. page.GetProperty("items").EnumerateArray().Select(one => Text(one, "text"))];

    private static string? Text(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) ? value.GetString() : null;

    private string Key(string name) => $"Idempotency-Key: {name}-{_test}";
}
