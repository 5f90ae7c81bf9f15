using System.Collections.Immutable;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Tax;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Credits;

/// <summary>
/// What of an invoice decides about its credit memos. It never changes, so a request that waits can carry it.
/// </summary>
/// <param name="InvoiceId">The invoice.</param>
/// <param name="Period">The days billed.</param>
/// <param name="Lines">Its lines, in order.</param>
/// <param name="Taxes">Its taxes, in order, at the rates of the day of supply.</param>
/// <param name="LineTaxes">What each tax takes of each line, by their places from 0.</param>
public sealed record CreditableInvoice(
    string InvoiceId,
    Period Period,
    ImmutableArray<CreditableLine> Lines,
    ImmutableArray<TaxShare> Taxes,
    ImmutableArray<LineTax> LineTaxes)
{
    /// <summary>The account whose collective bill bears it; null: it is owed by its own account.</summary>
    public string? ParentId { get; init; }

    /// <summary>What of an issued invoice decides about its credit memos.</summary>
    public static CreditableInvoice Of(Invoice invoice) => new(
        invoice.InvoiceId,
        invoice.Period,
        [.. invoice.Lines.Select(line => new CreditableLine(InvoiceDraft.TariffOf(line), line.Amount.Minor))],
        [.. invoice.Taxes.Select(CycleClosing.ShareOf)],
        invoice.LineTaxes is { } kept && kept.Sum(part => part.AmountMinor) == invoice.Tax.Minor
            ? Summed(kept)
            : LineTaxFinding.Of(invoice));

    private static ImmutableArray<LineTax> Summed(ImmutableArray<LineTax> kept) =>
        [.. kept.GroupBy(part => (part.Line, part.Tax)).Select(group => new LineTax(
            group.Key.Line,
            group.Key.Tax,
            group.Sum(part => part.BaseMinor),
            group.Sum(part => part.AmountMinor)))];
}
