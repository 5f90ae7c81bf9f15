using System.Collections.Immutable;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tax;

namespace BillingActors.Domain.Credits;

/// <summary>
/// What the taxes of an invoice take of its lines, where the document does not say so: base and amount of each tax are
/// spread over the lines it is taken of, with the largest remainder.
/// </summary>
internal static class LineTaxFinding
{
    private const string Untaxed = "none";

    /// <summary>The parts of each tax; they sum to the tax.</summary>
    public static ImmutableArray<LineTax> Of(Invoice invoice) =>
        [.. invoice.Taxes.SelectMany((tax, at) => Spread(invoice, tax, at))
            .OrderBy(part => part.Line).ThenBy(part => part.Tax)];

    private static IEnumerable<LineTax> Spread(Invoice invoice, TaxLine tax, int at)
    {
        var lines = Bearing(invoice, tax.Base);
        var nets = lines.ConvertAll(line => (decimal)invoice.Lines[line].Amount.Minor);
        // Lines that cancel out bear it in equal parts.
        decimal[] weights = nets.Sum() > 0 ? [.. nets] : [.. nets.Select(_ => 1m)];
        var bases = MoneySplit.BySignedWeights(tax.Base, weights);
        var amounts = MoneySplit.BySignedWeights(tax.Amount, weights);
        for (var i = 0; i < lines.Count; i++)
            yield return new LineTax(lines[i], at, bases[i].Minor, amounts[i].Minor);
    }

    // The lines of one category if these are what it is taken of, and all that are taxed at all if not.
    private static List<int> Bearing(Invoice invoice, Money taken)
    {
        var places = Enumerable.Range(0, invoice.Lines.Length).ToList();
        var categories = places.GroupBy(line => invoice.Lines[line].TaxCategory, StringComparer.Ordinal);
        foreach (var category in categories.Select(group => group.ToList()))
        {
            if (NetOf(category) == taken.Minor)
                return category;
        }
        var taxed = places.FindAll(line => invoice.Lines[line].TaxCategory != Untaxed);
        return taxed.Count > 0 ? taxed : places;

        long NetOf(List<int> lines) => lines.Sum(line => invoice.Lines[line].Amount.Minor);
    }
}
