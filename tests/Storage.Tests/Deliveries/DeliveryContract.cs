using BillingActors.Storage.Audit;
using BillingActors.Storage.Deliveries;
using BillingActors.Storage.Reports;
using BillingActors.Storage.Tests.Stores;

namespace BillingActors.Storage.Tests.Deliveries;

/// <summary>What deliveries of documents promise, whatever database lies below them.</summary>
public abstract class DeliveryContract(StoreSet stores, Func<StoreSet> restart) : StoreContract(stores), IAsyncLifetime
{
    private const string Address = "berta.secret@example.com";

    private static readonly TimeSpan Lease = TimeSpan.FromSeconds(40);

    private string Invoice => $"E{Id}.A1.3";

    /// <summary>Who takes what is due takes anybody's: what other tests of the class left goes.</summary>
    public async ValueTask InitializeAsync() => await Sql("delete from document_delivery");

    [Fact]
    public async Task A_delivery_is_what_was_asked_for_and_its_address_lies_sealed()
    {
        Assert.Equal(DeliveryAdding.Added, await Add("d1"));

        await using var next = restart();
        var read = (await next.Deliveries.Find("d1-" + Id, Cancellation))!;

        Assert.Equal(Wanted("d1"), read);
        Assert.Equal([read], await next.Deliveries.Of(Invoice, Cancellation));
        Assert.Null(await next.Deliveries.Find("d2-" + Id, Cancellation));
        Assert.Equal(
            0, await Sql("select count(*) from document_delivery where cast(address as text) like '%secret%'"));
        Assert.Equal(1, await Sql($"select count(*) from audit_entry where request_id = 'request-d1-{Id}'"));
    }

    [Fact]
    public async Task The_same_request_again_is_one_row_and_one_entry()
    {
        Assert.Equal(DeliveryAdding.Added, await Add("d1"));
        Assert.Equal(DeliveryAdding.Known, await Add("d1"));
        var many = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Add("d2")));

        Assert.Single(many, DeliveryAdding.Added);
        Assert.Equal(2, (await Stores.Deliveries.Of(Invoice, Cancellation)).Length);
        Assert.Equal(1, await Sql($"select count(*) from audit_entry where request_id = 'request-d1-{Id}'"));
    }

    [Fact]
    public async Task An_envelope_in_the_place_of_another_is_not_opened()
    {
        await Add("d1");
        await Sql($"update document_delivery set delivery_id = 'd9-{Id}' where delivery_id = 'd1-{Id}'");
        await Assert.ThrowsAnyAsync<Exception>(() => Stores.Deliveries.Find("d9-" + Id, Cancellation));
    }

    [Fact]
    public async Task What_is_due_is_taken_once_and_what_nobody_settled_is_due_again()
    {
        await Add("d1");
        Assert.Null(await Stores.Deliveries.Claim(At.AddSeconds(-1), At + Lease, Cancellation));
        var lost = (await Claim(At))!;
        Assert.Equal((1, Address, "queued"), (lost.Attempt, lost.Delivery.Address, lost.Delivery.State));
        Assert.Null(await Claim(At + Lease - TimeSpan.FromSeconds(1)));

        var again = (await Claim(At + Lease))!;

        Assert.Equal((2, lost.Delivery.MessageId), (again.Attempt, again.Delivery.MessageId));
        Assert.False(await Settle(lost, DocumentDelivery.GivenUp, 550));
        Assert.True(await Settle(again, DocumentDelivery.Sent, 250));
        Assert.False(await Settle(again, DocumentDelivery.GivenUp, 550));
        var read = (await Stores.Deliveries.Find("d1-" + Id, Cancellation))!;
        Assert.Equal(("sent", 2, 250, null), (read.State, read.AttemptCount, read.LastStatus, read.NextAt));
        Assert.Null(await Claim(At.AddDays(1)));
    }

    [Fact]
    public async Task Many_at_once_take_each_once()
    {
        for (var i = 0; i < 6; i++)
            await Add("d" + i);

        var claims = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => Claim(At)));

        var ids = claims.OfType<ClaimedDocument>().Select(one => one.Delivery.DeliveryId).ToList();
        Assert.Equal(ids.Count, ids.Distinct(StringComparer.Ordinal).Count());
        while (await Claim(At) is { } rest)
            ids.Add(rest.Delivery.DeliveryId);
        Assert.Equal(6, ids.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public async Task What_failed_waits_for_its_time()
    {
        await Add("d1");
        var claimed = (await Claim(At))!;
        var outcome = new DocumentOutcome(DocumentDelivery.Failed, "unreachable", At) { NextAt = At.AddMinutes(30) };
        Assert.True(await Stores.Deliveries.Settle(claimed, outcome, Cancellation));

        Assert.Null(await Claim(At.AddMinutes(29)));
        Assert.Equal((2, "failed"), await Claim(At.AddMinutes(30)) is { } next
            ? (next.Attempt, next.Delivery.State) : default);
    }

    [Fact]
    public async Task What_is_given_up_is_a_row_of_the_worklist_until_the_invoice_is_sent()
    {
        await Add("d1");
        await Settle((await Claim(At))!, DocumentDelivery.GivenUp, 550);
        var row = Assert.Single(await Stores.Reports.Worklist(
            new EntityScope(["E" + Id]), new WorklistFilter(Kind: "invoice-delivery"), 0, 10, Cancellation));
        Assert.Equal(("not-delivered", "open", Invoice, "A1"), (row.Code, row.State, row.Field, row.AccountId));
        Assert.DoesNotContain("secret", row.Detail, StringComparison.Ordinal);

        await Add("d2");
        await Settle((await Claim(At))!, DocumentDelivery.Sent, 250);

        Assert.Equal("fixed", (await Stores.Worklist.Read(row.Id, Cancellation))!.State);
    }

    [Fact]
    public async Task All_of_a_customer_is_told_by_id()
    {
        for (var i = 0; i < IDeliveryStore.CountMax + 2; i++)
            await Add($"d{1000 + i}");
        await Stores.Deliveries.Add(Wanted("x") with { CustomerId = "X-" + Id }, Note("x"), Cancellation);

        var first = await Stores.Deliveries.OfCustomer("C-" + Id, "", Cancellation);
        var rest = await Stores.Deliveries.OfCustomer("C-" + Id, first[^1].DeliveryId, Cancellation);

        Assert.Equal((IDeliveryStore.CountMax, 2), (first.Length, rest.Length));
        Assert.All(first, one => Assert.Equal(Address, one.Address));
        Assert.Equal(IDeliveryStore.CountMax, (await Stores.Deliveries.Of(Invoice, Cancellation)).Length);
    }

    [Fact]
    public async Task Another_address_without_a_reason_is_not_stored() => await Assert.ThrowsAnyAsync<Exception>(
        () => Stores.Deliveries.Add(
            Wanted("d1") with { Recipient = DocumentDelivery.ToOther }, Note("d1"), Cancellation));

    [Fact]
    public async Task Of_a_person_whose_key_is_gone_nothing_is_read_and_nothing_more_is_taken()
    {
        await Add("d1");
        await Sql($"update customer_key set wrapped = {NoBytes} where customer_id = 'C-{Id}'");

        await using var next = restart();
        Assert.Null((await next.Deliveries.Find("d1-" + Id, Cancellation))!.Address);
        Assert.Null(Assert.Single(await next.Deliveries.OfCustomer("C-" + Id, "", Cancellation)).Address);
        Assert.Equal(
            DeliveryAdding.Erased, await next.Deliveries.Add(Wanted("d2"), Note("d2"), Cancellation));
        Assert.Null((await next.Deliveries.Claim(At, At + Lease, Cancellation))!.Delivery.Address);
    }

    /// <summary>An empty blob, as the database writes it.</summary>
    protected abstract string NoBytes { get; }

    private Task<DeliveryAdding> Add(string name) => Stores.Deliveries.Add(Wanted(name), Note(name), Cancellation);

    private AuditEntry Note(string name) => Noted("delivery-asked") with { RequestId = $"request-{name}-{Id}" };

    private DocumentDelivery Wanted(string name) => new(
        $"{name}-{Id}", "E" + Id, "A1", "C-" + Id, Invoice, "INV-00000003", DocumentDelivery.Email,
        DocumentDelivery.ToCustomer, Address, $"{name}-{Id}@example.org", At, "ada", null, DocumentDelivery.Queued,
        NextAt: At);

    private Task<ClaimedDocument?> Claim(DateTimeOffset now) =>
        Stores.Deliveries.Claim(now, now + Lease, Cancellation);

    private Task<bool> Settle(ClaimedDocument claimed, string state, int status) => Stores.Deliveries.Settle(
        claimed, new DocumentOutcome(state, "tested", At) { Status = status }, Cancellation);
}
