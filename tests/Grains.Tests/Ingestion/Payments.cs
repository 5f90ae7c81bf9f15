using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.Streams;
using BillingActors.Grains.Tests.Engine;
using BillingActors.Storage.Inbox;

namespace BillingActors.Grains.Tests.Ingestion;

/// <summary>Payments as records of their stream, and what becomes of them.</summary>
internal static class Payments
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static InboxRecord For(
        Desk desk, string? accountId, string id, long minor, string currency = "AUD", string? entityId = null)
    {
        var entity = entityId ?? desk.EntityId;
        var payment = new Payment(
            $"bank.{id}", "bank", "wire", minor, currency, new DateOnly(2025, 1, 2), null, null, null, null, true);
        return new InboxRecord(
            $"{entity}/{accountId}",
            "bank",
            id,
            PaymentRecordJson.Write(new PaymentEntry(entity, accountId, payment, 0)));
    }

    public static async Task<StreamOperationView> Done(IInbox inbox, InboxReceipt receipt) => (await Wait.Until(
        () => inbox.Progress(StreamNames.Payments, receipt, Cancellation), view => view?.State == "done"))!;

    /// <summary>What was booked for an account, by its receipts.</summary>
    public static async Task<long> Booked(BillingEngine engine, Desk desk, int account) => (await engine.Grains
        .GetGrain<IAccountCashGrain>(AccountKey.Of(desk.EntityId, Desk.Id(account))).Cash(Cancellation))!
        .Receipts.Sum(receipt => receipt.AmountMinor);
}
