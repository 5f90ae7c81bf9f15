using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Invoicing;

namespace BillingActors.Domain.Tests.Books;

/// <summary>An invoice of a random life, with the account as it stood before it.</summary>
internal sealed record IssuedBill(Account Before, AccountEvent.InvoiceIssued Issued, Invoice Document)
{
    public CreditableInvoice Creditable { get; } = CreditableInvoice.Of(Document) with { ParentId = Issued.ParentId };

    public ImmutableArray<ContractRewound> Contracts =>
        [.. Issued.Contracts.Select(billed => ContractRewound.Of(Before.Contract(billed.ContractId)!, billed.Period))];

    public ImmutableArray<PendingCharge> Charges =>
        [.. Before.Charges.Where(charge => Issued.ChargeIds.Contains(charge.Id, StringComparer.Ordinal))];
}
