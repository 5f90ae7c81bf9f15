using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.Accounts;

namespace BillingActors.Grains.Accounts;

/// <summary>What an invoice did to its account, read from the account's events.</summary>
/// <param name="Contracts">The contracts on it, as they stood before it.</param>
/// <param name="Charges">The one-off charges on it, as they waited before it.</param>
/// <param name="LaterInvoice">Number of the first invoice that still bills days after it, or null.</param>
internal sealed record InvoicePast(
    ImmutableArray<ContractRewound> Contracts, ImmutableArray<PendingCharge> Charges, string? LaterInvoice)
{
    public static async Task<InvoicePast> Read(IAsyncEnumerable<StoredEvent> events, string invoiceId)
    {
        var account = Account.None;
        InvoicePast? past = null;
        var later = new List<(AccountEvent.InvoiceIssued Issued, string Number)>();
        await foreach (var stored in events)
        {
            switch (stored.Happened)
            {
                case AccountEvent.InvoiceIssued issued when issued.InvoiceId == invoiceId:
                    past = Of(account, issued);
                    break;
                case AccountEvent.InvoiceIssued issued when past is not null && BillsAnyOf(issued, past):
                    later.Add((issued, stored.Envelope.Numbers[0].ToString()));
                    break;
                case AccountEvent.CreditMemoIssued { Cancellation: not null } memo:
                    later.RemoveAll(one => one.Issued.InvoiceId == memo.InvoiceId);
                    break;
            }
            if (past is null)
                account = account.Apply(stored.Happened, stored.Envelope);
        }
        Invariant.Holds(past is not null, "an invoice that has a document has an event");
        return past! with { LaterInvoice = later.Count > 0 ? later[0].Number : null };
    }

    private static InvoicePast Of(Account before, AccountEvent.InvoiceIssued issued) => new(
        [.. issued.Contracts.Select(billed => ContractRewound.Of(before.Contract(billed.ContractId)!, billed.Period))],
        [.. before.Charges.Where(charge => issued.ChargeIds.Contains(charge.Id, StringComparer.Ordinal))],
        null);

    private static bool BillsAnyOf(AccountEvent.InvoiceIssued issued, InvoicePast past) => issued.Contracts.Any(
        billed => past.Contracts.Any(contract => contract.ContractId == billed.ContractId));
}
