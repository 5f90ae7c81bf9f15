using BillingActors.Storage.Audit;
using BillingActors.Storage.Notes;
using BillingActors.Storage.Privacy;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Notes;

/// <summary>What notes of accounts promise, whatever database lies below them.</summary>
public abstract class NoteContract(StoreSet stores, Func<MasterKey?, StoreSet> restart) : StoreContract(stores)
{
    private const string Text = "Berta Secret called:\nher mother needs a respirator";

    private static readonly NoteFilter _all = new();

    private string Account => $"E{Id}/A1";

    /// <summary>An empty blob, as the database writes it.</summary>
    protected abstract string NoBytes { get; }

    [Fact]
    public async Task A_note_is_what_was_written_and_its_text_lies_sealed()
    {
        var written = Note("n1") with { About = "invoice", AboutId = "I-1", AboutNumber = "INV-1", IsPinned = true };
        Assert.Equal(NoteOutcome.Done, await Stores.Notes.Add(written, Entry("n1"), Cancellation));

        await using var next = restart(null);
        var read = (await next.Notes.Find(written.NoteId, Cancellation))!;

        Assert.Equal(written with { Number = read.Number }, read);
        Assert.Equal([read], await next.Notes.Of(Account, _all, (0, 10), Cancellation));
        Assert.Null(await next.Notes.Find("n2-" + Id, Cancellation));
        Assert.Equal(0, await Sql("select count(*) from account_note where cast(body as text) like '%Secret%'"));
        Assert.Equal(1, await Sql($"select count(*) from audit_entry where request_id = 'request-n1-{Id}'"));
    }

    [Fact]
    public async Task The_same_request_again_is_one_note_and_one_entry()
    {
        Assert.Equal(NoteOutcome.Done, await Add("n1"));
        Assert.Equal(NoteOutcome.Nothing, await Add("n1"));
        var many = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Add("n2")));

        Assert.Single(many, NoteOutcome.Done);
        Assert.Equal(2, (await Stores.Notes.Of(Account, _all, (0, 10), Cancellation)).Length);
        Assert.Equal(1, await Sql($"select count(*) from audit_entry where request_id = 'request-n1-{Id}'"));
    }

    [Fact]
    public async Task Notes_are_read_newest_first_page_by_page_and_by_kind()
    {
        for (var i = 0; i < 7; i++)
        {
            await Stores.Notes.Add(
                Note($"n{i}") with { Kind = i % 2 == 0 ? "phone" : "email" }, Entry($"n{i}"), Cancellation);
        }
        await Stores.Notes.Add(Note("x") with { AccountId = "A2" }, Entry("x"), Cancellation);

        var first = await Stores.Notes.Of(Account, _all, (0, 4), Cancellation);
        var rest = await Stores.Notes.Of(Account, _all, (first[^1].Number, 4), Cancellation);
        var mails = await Stores.Notes.Of(Account, new NoteFilter("email"), (0, 10), Cancellation);

        Same(["n6", "n5", "n4", "n3", "n2", "n1", "n0"], first.Concat(rest).Select(Name));
        Same(["n5", "n3", "n1"], mails.Select(Name));
    }

    [Fact]
    public async Task What_is_withdrawn_is_kept_and_told_when_it_is_asked_for()
    {
        await Stores.Notes.Add(Note("n1") with { IsPinned = true }, Entry("n1"), Cancellation);
        await Add("n2");
        var note = (await Stores.Notes.Find("n1-" + Id, Cancellation))!;
        var entry = Entry("w1", "note-withdrawn") with { Reason = "another account" };
        Assert.Equal(NoteOutcome.Done, await Stores.Notes.Withdraw(note, At.AddHours(1), entry, Cancellation));
        var again = Entry("w2", "note-withdrawn") with { Reason = "twice" };
        Assert.Equal(NoteOutcome.Nothing, await Stores.Notes.Withdraw(note, At.AddHours(2), again, Cancellation));

        var read = (await Stores.Notes.Find(note.NoteId, Cancellation))!;
        Assert.Equal(
            (Text, false, At.AddHours(1), "ada", "another account"),
            (read.Text, read.IsPinned, read.WithdrawnAt, read.WithdrawnBy, read.WithdrawnReason));
        Same(["n2"], (await Stores.Notes.Of(Account, _all, (0, 10), Cancellation)).Select(Name));
        var told = await Stores.Notes.Of(Account, new NoteFilter(WithWithdrawn: true), (0, 10), Cancellation);
        Same(["n2", "n1"], told.Select(Name));
        Assert.Equal(1, await Sql($"select count(*) from audit_entry where request_id = 'request-w1-{Id}'"));
        Assert.Equal(0, await Sql($"select count(*) from audit_entry where request_id = 'request-w2-{Id}'"));
    }

    [Fact]
    public async Task A_note_is_never_changed_and_never_goes()
    {
        await Add("n1");
        await Add("n2");
        var withdrawn = (await Stores.Notes.Find("n2-" + Id, Cancellation))!;
        await Stores.Notes.Withdraw(
            withdrawn, At, Entry("w", "note-withdrawn") with { Reason = "why" }, Cancellation);
        string[] changes =
        [
            $"update account_note set body = {NoBytes} where note_id = 'n1-{Id}'",
            $"update account_note set written_by = 'eve' where note_id = 'n1-{Id}'",
            $"update account_note set customer_id = 'eve' where note_id = 'n1-{Id}'",
            $"delete from account_note where note_id = 'n1-{Id}'",
            $"update account_note set withdrawn_reason = 'other' where note_id = 'n2-{Id}'",
            "update account_note set withdrawn_at = null, withdrawn_by = null, withdrawn_reason = null"
                + $" where note_id = 'n2-{Id}'",
        ];
        foreach (var sql in changes)
            await Assert.ThrowsAnyAsync<Exception>(() => Sql(sql));
        Assert.Equal(Text, (await Stores.Notes.Find("n1-" + Id, Cancellation))!.Text);
        Assert.Equal("why", (await Stores.Notes.Find("n2-" + Id, Cancellation))!.WithdrawnReason);
    }

    [Fact]
    public async Task A_pin_is_set_and_taken_down_and_a_request_that_comes_late_changes_nothing()
    {
        await Add("n1");
        await Add("n2");
        var note = (await Stores.Notes.Find("n1-" + Id, Cancellation))!;
        Assert.Equal(NoteOutcome.Done, await Pin(note, isPinned: true, "p1"));
        var pinned = await Stores.Notes.Of(Account, new NoteFilter(IsPinnedOnly: true), (0, 10), Cancellation);
        Assert.Equal(["n1"], pinned.Select(Name));
        Assert.Equal(NoteOutcome.Done, await Pin(note, isPinned: false, "p2"));

        Assert.Equal(NoteOutcome.Nothing, await Pin(note, isPinned: true, "p1"));

        Assert.Empty(await Stores.Notes.Of(Account, new NoteFilter(IsPinnedOnly: true), (0, 10), Cancellation));
        Assert.Equal(2, await Sql($"select count(*) from audit_entry where request_id like 'request-p_-{Id}'"));
    }

    [Fact]
    public async Task There_is_room_for_a_few_pins_and_no_more_whoever_comes_at_once()
    {
        for (var i = 0; i < INoteStore.PinnedMax - 1; i++)
            await Stores.Notes.Add(Note($"n{i}") with { IsPinned = true }, Entry($"n{i}"), Cancellation);

        var many = await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Stores.Notes.Add(
            Note($"m{i}") with { IsPinned = true }, Entry($"m{i}"), Cancellation)));

        Assert.Single(many, NoteOutcome.Done);
        Assert.Equal(5, many.Count(outcome => outcome == NoteOutcome.PinsFull));
        await Add("plain");
        var plain = (await Stores.Notes.Find("plain-" + Id, Cancellation))!;
        Assert.Equal(NoteOutcome.PinsFull, await Pin(plain, isPinned: true, "p"));
        var pinned = await Stores.Notes.Of(Account, new NoteFilter(IsPinnedOnly: true), (0, 10), Cancellation);
        await Stores.Notes.Withdraw(
            pinned[0], At, Entry("w", "note-withdrawn") with { Reason = "why" }, Cancellation);
        Assert.Equal(NoteOutcome.Done, await Pin(plain, isPinned: true, "q"));
    }

    [Fact]
    public async Task All_of_a_customer_is_told_oldest_first_withdrawn_ones_among_it()
    {
        for (var i = 0; i < INoteStore.PageLength + 2; i++)
            await Add($"n{1000 + i}");
        await Stores.Notes.Add(Note("x") with { CustomerId = "X-" + Id }, Entry("x"), Cancellation);
        var gone = (await Stores.Notes.Find("n1000-" + Id, Cancellation))!;
        await Stores.Notes.Withdraw(gone, At, Entry("w", "note-withdrawn") with { Reason = "why" }, Cancellation);

        var first = await Stores.Notes.OfCustomer("C-" + Id, 0, Cancellation);
        var rest = await Stores.Notes.OfCustomer("C-" + Id, first[^1].Number, Cancellation);

        Assert.Equal((INoteStore.PageLength, 2), (first.Length, rest.Length));
        Assert.Equal(("n1000", "why"), (Name(first[0]), first[0].WithdrawnReason));
        Assert.All(first, one => Assert.Equal(Text, one.Text));
    }

    [Fact]
    public async Task The_next_master_key_opens_every_note_and_the_one_before_none()
    {
        var (one, two) = (MasterKey.Create(), MasterKey.Create());
        await using (var first = restart(one))
            await first.Notes.Add(Note("n1"), Entry("n1"), Cancellation);

        await Rotate(one, two, "E" + Id);

        await using var next = restart(two);
        Assert.Equal(Text, (await next.Notes.Find("n1-" + Id, Cancellation))!.Text);
        await using var old = restart(one);
        await Assert.ThrowsAsync<PersonalDataKeyException>(() => old.Notes.Find("n1-" + Id, Cancellation));
    }

    [Fact]
    public async Task Of_a_person_whose_key_is_gone_nothing_is_read_and_nothing_more_is_written()
    {
        await Add("n1");
        await Sql($"update customer_key set wrapped = {NoBytes} where customer_id = 'C-{Id}'");

        await using var next = restart(null);
        Assert.Null((await next.Notes.Find("n1-" + Id, Cancellation))!.Text);
        Assert.Null(Assert.Single(await next.Notes.Of(Account, _all, (0, 10), Cancellation)).Text);
        Assert.Equal(NoteOutcome.Erased, await next.Notes.Add(Note("n2"), Entry("n2"), Cancellation));
    }

    [Fact]
    public async Task What_is_about_nothing_known_or_of_no_kind_is_not_stored()
    {
        await Assert.ThrowsAnyAsync<Exception>(
            () => Stores.Notes.Add(Note("n1") with { Kind = "dream" }, Entry("n1"), Cancellation));
        await Assert.ThrowsAnyAsync<Exception>(() => Stores.Notes.Add(
            Note("n2") with { About = "weather", AboutId = "1", AboutNumber = "1" }, Entry("n2"), Cancellation));
        await Assert.ThrowsAnyAsync<Exception>(
            () => Stores.Notes.Add(Note("n3") with { Text = null }, Entry("n3"), Cancellation));
    }

    /// <summary>Wraps the keys of one legal entity anew: other tests of the class have keys, too.</summary>
    protected abstract Task Rotate(MasterKey one, MasterKey two, string entityId);

    private Task<NoteOutcome> Add(string name) => Stores.Notes.Add(Note(name), Entry(name), Cancellation);

    private Task<NoteOutcome> Pin(AccountNote note, bool isPinned, string request) => Stores.Notes.Pin(
        note, isPinned, Entry(request, isPinned ? "note-pinned" : "note-unpinned", note.NoteId), Cancellation);

    private string Name(AccountNote note) => note.NoteId[..^(Id.Length + 1)];

    private AuditEntry Entry(string request, string action = "note-written", string? noteId = null) => new(
        At, "ada", "api", action, new AuditSubject("note", noteId ?? $"{request}-{Id}"), $"request-{request}-{Id}");

    private AccountNote Note(string name) =>
        new($"{name}-{Id}", "E" + Id, "A1", "C-" + Id, NoteKind.Phone, Text, At, "ada");
}
