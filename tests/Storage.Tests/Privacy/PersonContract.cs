using System.Text;
using BillingActors.Domain.Privacy;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Evidence;
using BillingActors.Storage.MasterData;
using BillingActors.Storage.Privacy;
using BillingActors.Storage.Tests.Verification;
using NodaTime;

namespace BillingActors.Storage.Tests.Privacy;

/// <summary>How a person is restricted and erased, and that the books hold afterwards.</summary>
public abstract class PersonContract(VerifiedDatabase database) : IAsyncLifetime
{
    private static readonly DateTimeOffset At = new(2026, 3, 1, 9, 0, 0, TimeSpan.Zero);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private CleanBooks Clean => new(database, Cancellation);

    private IPersonStore Persons => database.Stores.Persons;

    public async ValueTask InitializeAsync() => await database.StartFilled(Cancellation);

    public async ValueTask DisposeAsync()
    {
        await database.DisposeAsync();
        GC.SuppressFinalize(this);
    }

    [Fact]
    public async Task An_erased_person_cannot_be_read_or_found_and_sums_chains_and_seals_hold()
    {
        var seal = await database.Stores.Seals.Seal(new SealRequest(At, "ada", "cli", "before"), Cancellation);
        Assert.True(await Persons.Restrict(Wanted, Noted("sue", "person-restricted"), Cancellation));
        Assert.Equal(0, await database.Sql("select count(*) from search_token where customer_id = 'C-1'"));
        Assert.False(await Persons.Erase("C-1", Noted("sue", "person-erased"), Cancellation));
        Assert.True(await Persons.Erase("C-1", Noted("sam", "person-erased"), Cancellation));

        var read = await database.MasterData.History(MasterKind.Customer, "C-1", Cancellation);
        Assert.Equal(2, read.Length);
        Assert.All(read, version => Assert.DoesNotContain(
            "Berta", Encoding.UTF8.GetString(version.Body.Span), StringComparison.Ordinal));
        Assert.Equal(0, await database.Sql("select sum(length(wrapped)) from customer_key where customer_id = 'C-1'"));
        await Assert.ThrowsAsync<PersonalDataKeyException>(() => Clean.Customer("C-1", 3, "Berta Again"));
        var report = await database.Verification.Run(new(seal!, default), null, Cancellation);
        Assert.Empty(report.Checks.SelectMany(check => check.Faults));
        Assert.Equal("erased", (await Persons.Find("C-1", Cancellation))!.State);
    }

    [Fact]
    public async Task Documents_of_disputes_and_requests_are_kept_while_restricted_and_gone_with_the_person()
    {
        var (evidence, dispute) = (database.Stores.Evidence, new EvidenceKey("E1/A1", "D-1"));
        var file = new EvidenceFile("Berta.pdf", "%PDF- Berta was away"u8.ToArray(), "ada");
        var key = dispute with { DocumentId = (await evidence.Add(dispute, "C-1", file, Cancellation))!.DocumentId };
        var request = EvidenceKey.OfRequest("E1/A1", "AD-1");
        await evidence.Add(request, "C-1", file, Cancellation);
        Assert.True(await Persons.Restrict(Wanted, Noted("sue", "person-restricted"), Cancellation));
        Assert.NotNull(await evidence.Find(key, Cancellation));
        Assert.Equal(2, (await evidence.Of("C-1", new EvidenceKey("", ""), Cancellation)).Length);

        Assert.True(await Persons.Erase("C-1", Noted("sam", "person-erased"), Cancellation));

        Assert.Null(await evidence.Find(key, Cancellation));
        Assert.Null(await evidence.Find(request with { DocumentId = key.DocumentId }, Cancellation));
        Assert.Empty(await evidence.Heads(dispute, Cancellation));
        Assert.Empty(await evidence.Heads(request, Cancellation));
        Assert.Empty(await evidence.Of("C-1", new EvidenceKey("", ""), Cancellation));
        Assert.Null(await evidence.Add(dispute with { SubjectId = "D-2" }, "C-1", file, Cancellation));
        Assert.Empty((await database.Verification.Run(null, Cancellation)).Checks.SelectMany(check => check.Faults));
    }

    [Fact]
    public async Task Where_bills_of_an_erased_person_were_sent_to_is_gone_and_what_waits_has_no_address()
    {
        var deliveries = database.Stores.Deliveries;
        Assert.Equal("berta@example.com", (await deliveries.Find("DEL-1", Cancellation))!.Address);
        Assert.True(await Persons.Restrict(Wanted, Noted("sue", "person-restricted"), Cancellation));
        Assert.True(await Persons.Erase("C-1", Noted("sam", "person-erased"), Cancellation));

        Assert.Null((await deliveries.Find("DEL-1", Cancellation))!.Address);
        Assert.Null((await deliveries.Claim(At, At.AddMinutes(1), Cancellation))!.Delivery.Address);
        var more = (await deliveries.Find("DEL-1", Cancellation))! with { DeliveryId = "DEL-2", Address = "b@c.de" };
        Assert.Equal(
            Storage.Deliveries.DeliveryAdding.Erased,
            await deliveries.Add(more, Noted("ada", "delivery-asked"), Cancellation));
        Assert.Empty((await database.Verification.Run(null, Cancellation)).Checks.SelectMany(check => check.Faults));
    }

    [Fact]
    public async Task Notes_are_read_while_restricted_and_gone_with_the_person()
    {
        var notes = database.Stores.Notes;
        Assert.True(await Persons.Restrict(Wanted, Noted("sue", "person-restricted"), Cancellation));
        Assert.Contains("Berta", (await notes.Find("NOTE-1", Cancellation))!.Text, StringComparison.Ordinal);
        Assert.Single(await notes.OfCustomer("C-1", 0, Cancellation));

        Assert.True(await Persons.Erase("C-1", Noted("sam", "person-erased"), Cancellation));

        var read = (await notes.Find("NOTE-1", Cancellation))!;
        Assert.Null(read.Text);
        Assert.Null(Assert.Single(await notes.OfCustomer("C-1", 0, Cancellation)).Text);
        Assert.Equal(
            Storage.Notes.NoteOutcome.Erased,
            await notes.Add(
                read with { NoteId = "NOTE-2", Text = "again" }, Noted("ada", "note-written"), Cancellation));
        Assert.Empty((await database.Verification.Run(null, Cancellation)).Checks.SelectMany(check => check.Faults));
    }

    [Fact]
    public async Task A_document_that_came_before_the_name_of_its_customer_is_still_read()
    {
        var (evidence, dispute) = (database.Stores.Evidence, new EvidenceKey("E1/A9", "D-1"));
        var file = new EvidenceFile("early.pdf", "%PDF- early"u8.ToArray(), "ada");
        var head = await evidence.Add(dispute, "C-99", file, Cancellation);

        await Clean.Customer("C-99", 1, "Berta Late");

        Assert.NotNull(await evidence.Find(dispute with { DocumentId = head!.DocumentId }, Cancellation));
        Assert.Empty((await database.Verification.Run(null, Cancellation)).Checks.SelectMany(check => check.Faults));
    }

    [Fact]
    public async Task A_restricted_person_is_not_found_again_because_of_a_change()
    {
        Assert.True(await Persons.Restrict(Wanted, Noted("sue", "person-restricted"), Cancellation));
        Assert.False(await Persons.Restrict(Wanted, Noted("sam", "person-restricted"), Cancellation));

        await Clean.Customer("C-1", 3, "Berta Again");

        Assert.Equal(0, await database.Sql("select count(*) from search_token where customer_id = 'C-1'"));
        var newest = await database.MasterData.Newest(MasterKind.Customer, "C-1", Cancellation);
        Assert.Contains("Again", Encoding.UTF8.GetString(newest!.Body.Span), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("update customer_key set wrapped = {0}")]
    [InlineData("update person_request set state = 'erased', erased_by = 'eve', erased_at = asked_at")]
    public async Task A_key_that_is_gone_without_an_erasure_or_there_in_spite_of_one_is_named(string sql)
    {
        await Persons.Restrict(Wanted, Noted("sue", "person-restricted"), Cancellation);

        await database.Sql(sql.Replace("{0}", database.Bytes(""), StringComparison.Ordinal));

        var report = await database.Verification.Run(null, Cancellation);
        Assert.Equal(["personal-data"], report.Checks.Where(check => !check.Holds).Select(check => check.Code));
    }

    [Fact]
    public async Task Facts_are_open_accounts_and_the_newest_document()
    {
        var facts = await Persons.Facts("C-1", Cancellation);
        Assert.True(facts.OpenAccountCount > 0);
        Assert.NotNull(facts.LastDocumentOn);
        Assert.Equal(new LocalDate(2025, 2, 1), facts.LastNoteOn);
        Assert.Equal(new PersonFacts(0, 0, null), await Persons.Facts("nobody", Cancellation));
        Assert.False((await new PersonDuties(Persons).Of("C-1", new DateOnly(2999, 1, 1), Cancellation)).HasEnded);
        Assert.True((await new PersonDuties(Persons).Of("nobody", new DateOnly(2026, 1, 1), Cancellation)).HasEnded);
    }

    [Fact]
    public async Task Retention_is_data_and_changes_by_two_people()
    {
        Assert.Equal(
            "calls 1, documents 10, notes 2, reads 3",
            string.Join(", ", (await Persons.Retention(Cancellation)).Select(kind => $"{kind.Name} {kind.Years}")));
        Assert.False(await Persons.AskRetention("dreams", 3, Noted("sue", "asked"), Cancellation));
        Assert.True(await Persons.AskRetention("documents", 7, Noted("sue", "asked"), Cancellation));
        Assert.False(await Persons.ApproveRetention("documents", Noted("sue", "approved"), Cancellation));
        Assert.True(await Persons.ApproveRetention("documents", Noted("sam", "approved"), Cancellation));
        Assert.False(await Persons.ApproveRetention("documents", Noted("sam", "again"), Cancellation));
        var documents = (await Persons.Retention(Cancellation)).Single(kind => kind.Name == "documents");
        Assert.Equal(new StoredRetention("documents", 7, null, null), documents);
        Assert.Equal(
            new LocalDate(2033, 12, 31),
            LastDuty.EndsOn(new PersonFacts(0, 0, new LocalDate(2026, 1, 1)), [new("documents", documents.Years)]));
    }

    private static PersonRequest Wanted =>
        new("C-1", "E1", PersonRequest.Restricted, "sue", At, "wants to be forgotten");

    private static AuditEntry Noted(string actorId, string action) =>
        new(At, actorId, "api", action, new AuditSubject("customer", "C-1"), $"{actorId}-{action}");
}
