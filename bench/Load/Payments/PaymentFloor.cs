using BillingActors.Load.Cycles;
using BillingActors.Load.Floors;
using BillingActors.Storage.Inbox;

namespace BillingActors.Load.Payments;

/// <summary>
/// The rows of payments that settle the bill of their account: event, postings and receipt; the item goes. As a group
/// commit writes them: what came, as many as a flush takes, by key within a flush.
/// </summary>
internal static class PaymentFloor
{
    private const string Billed = $"select account_key from invoice where run_id = '{CycleBook.RunId}'";

    public static FloorShape Of(IEnumerable<InboxRecord[]> files) => new()
    {
        Accounts = Billed,
        Arrival = [.. files.SelectMany(file => file).Select(record => record.Subject)],
        // As many commits as a flush of the group commit takes.
        PageSize = 1000,
        Added =
        [
            new("account_event", AfterBill("account_event"), "account_key, version"),
            new("posting", AfterBill("posting"), "account_key, version, line"),
            new("receipt", "true", "account_key, receipt_id"),
        ],
        Removed =
        [
            "delete from open_item where account_key = any($1)",
            "delete from due_work where kind = 'collection' and key = any($1)",
        ],
        Compared =
        [
            "account_event", "posting", "receipt", "open_item", "account", "worklist",
            "(select * from due_work where kind = 'collection')",
        ],
    };

    // Whatever has happened to an account since its bill.
    private static string AfterBill(string table) => $"""
        {table}.version >
            (select a.last_invoice_version from account as a where a.account_key = {table}.account_key)
        """;
}
