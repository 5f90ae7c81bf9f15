using BillingActors.Domain.Accounts;
using BillingActors.Domain.Invoicing;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Accounts;

/// <summary>Issued invoices for examples that only need their effect.</summary>
internal static class SampleInvoice
{
    public static AccountEvent.InvoiceIssued Of(
        string contractId, LocalDate from, LocalDate until, long net = 1000) => new(
        $"north.A-1.{until:uuuuMMdd}",
        null,
        new Period(from, until),
        until,
        until.PlusDays(14),
        net,
        net / 5,
        [new RevenueShare("flat", net)],
        [new TaxShare("VAT", 20m, net, net / 5)],
        [new ContractBilled(contractId, new Period(from, until), [], [])],
        []);
}
