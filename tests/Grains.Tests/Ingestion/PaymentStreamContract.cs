using BillingActors.Grains.Interfaces.Streams;
using BillingActors.Grains.Tests.Engine;
using BillingActors.Storage.Inbox;
using BillingActors.Storage.Reports;

namespace BillingActors.Grains.Tests.Ingestion;

/// <summary>What the payments stream promises, over every database.</summary>
public abstract class PaymentStreamContract(BillingEngine engine)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_batch_with_doubles_a_poison_record_and_an_unknown_account_ends_with_exact_effects()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(3);
        var inbox = engine.Get<IInbox>();
        InboxRecord[] records =
        [
            Payments.For(desk, Desk.Id(0), "P-1", 500), Payments.For(desk, Desk.Id(1), "P-2", 700),
            Payments.For(desk, Desk.Id(0), "P-1", 500), Payments.For(desk, Desk.Id(0), "P-3", 300),
            Payments.For(desk, "A9999", "P-4", 900), Payments.For(desk, null, "P-5", 100),
            Payments.For(desk, Desk.Id(2), "P-6", 200, currency: "USD"),
            Payments.For(desk, Desk.Id(2), "P-7", 200) with { Body = "{}"u8.ToArray() },
            Payments.For(desk, Desk.Id(2), "P-8", 250),
        ];

        var receipt = await inbox.Append(StreamNames.Payments, records, Cancellation);
        var again = await inbox.Append(StreamNames.Payments, [records[1]], Cancellation);
        var done = await Payments.Done(inbox, receipt);
        var doneAgain = await Payments.Done(inbox, again);

        Assert.Equal((9, 6, 1, 2), (
            done.AcceptedCount, done.AppliedCount, done.DuplicateCount, done.QuarantinedCount));
        Assert.Equal((0, 1), (doneAgain.AppliedCount, doneAgain.DuplicateCount));
        Assert.Equal("800 700 250", string.Join(' ', await Task.WhenAll(
            Enumerable.Range(0, 3).Select(i => Payments.Booked(engine, desk, i)))));
        Assert.Equal(2, await desk.Count("unidentified_cash", $"entity_id = '{desk.EntityId}'"));
        var parked = await Parked(desk);
        Assert.Equal(
            "P-6:currency-mismatch P-7:record-unreadable",
            string.Join(' ', parked.Select(one => $"{one.RecordId}:{one.Code}")));
    }

    [Fact]
    public async Task A_parked_record_that_is_driven_again_has_its_effect_once()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(1);
        var inbox = engine.Get<IInbox>();
        var elsewhere = desk.EntityId + "x";
        var record = Payments.For(desk, Desk.Id(0), "P-1", 500, entityId: elsewhere);
        await Payments.Done(inbox, await inbox.Append(StreamNames.Payments, [record], Cancellation));
        var parked = Assert.Single(await Parked(elsewhere));
        Assert.Equal("entity-unknown", parked.Code);

        // Now there is such a legal entity, and the money waits for its account.
        await desk.Put("legal-entity", elsewhere, new(LegalEntity: new Interfaces.MasterData.LegalEntityRecord(
            elsewhere, "Test Energy", "AUD", "Australia/Sydney", "ABN 1", "1 Test Street", "INV")));
        var key = new QuarantineKey(StreamNames.Payments, parked.Id, EntityScope.All);
        var decision = await engine.Get<IQuarantine>().Redrive(key, "ada", Cancellation);

        Assert.Equal(QuarantineDecision.Done, decision);
        await Wait.Until(() => desk.Count("unidentified_cash", $"entity_id = '{elsewhere}'"), count => count == 1);
        Assert.Empty(await Parked(elsewhere));
    }

    private Task<IReadOnlyList<QuarantineView>> Parked(Desk desk) => Parked(desk.EntityId);

    private async Task<IReadOnlyList<QuarantineView>> Parked(string entityId) =>
        await engine.Get<IQuarantine>().Waiting(
            StreamNames.Payments, new EntityScope([entityId]), new QuarantineRange(0, 10), Cancellation);
}
