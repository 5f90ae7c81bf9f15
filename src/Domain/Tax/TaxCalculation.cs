using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tax.Terms;
using BillingActors.Domain.Tax.Working;

namespace BillingActors.Domain.Tax;

/// <summary>
/// Taxes of an invoice by day of supply: those of the jurisdictions it lies in, else those of the tariffs. Lines and
/// taxes always sum to what is to be paid, in all and line by line. Where the total is rounded, that is a line too.
/// </summary>
public static class TaxCalculation
{
    /// <summary>The tax lines of tariffs' own rules; see <see cref="Of(TaxRequest)"/>.</summary>
    public static ImmutableArray<TaxLine> Of(
        ImmutableArray<RatedLine> lines, ImmutableArray<VersionTaxes> taxes, Currency currency) =>
        Of(new TaxRequest(lines, taxes, currency)).Taxes;

    /// <summary>
    /// The taxed lines; taxes in the order in which their rules first appear. A line without a tariff version is
    /// untaxed unless rules are given for the empty version; a line whose version is unknown is a broken invariant.
    /// </summary>
    public static TaxedLines Of(TaxRequest request)
    {
        var holds = new HoldList();
        var finding = new TreatmentFinding(request, holds);
        var pieces = request.Lines.SelectMany(finding.PiecesOf).ToList();
        if (Held(request, pieces, holds) is { } held)
            return held;
        var isLimited = request.Versions.Any(static version => version.Limits is not null);
        var taxed = Taxed(request, isLimited ? [.. pieces] : pieces);
        var limits = isLimited ? TotalLimiting.LinesOf(request, new GrossAmounts(pieces, taxed)) : [];
        if (!limits.IsEmpty)
        {
            request = request with { Lines = [.. request.Lines, .. limits] };
            pieces.AddRange(limits.SelectMany(finding.PiecesOf));
            if (Held(request, pieces, holds) is { } limited)
                return limited;
            taxed = Taxed(request, pieces);
        }
        return TotalRounding.Of(request, taxed);
    }

    /// <summary>
    /// What lines come to with their taxes, before the total is limited or rounded; where they cannot be taxed, without
    /// them, since then the bill is held all the same.
    /// </summary>
    internal static GrossAmounts GrossOf(TaxRequest request)
    {
        var holds = new HoldList();
        var finding = new TreatmentFinding(request, holds);
        var pieces = request.Lines.SelectMany(finding.PiecesOf).ToList();
        var untaxed = new TaxedLines([.. pieces.Select(static piece => piece.Line)], [], []);
        return new GrossAmounts(
            pieces, Held(request, pieces, holds) is null ? Taxed(request, [.. pieces]) : untaxed);
    }

    private static TaxedLines? Held(TaxRequest request, List<TaxPiece> pieces, HoldList holds)
    {
        RefuseBrackets(pieces, holds);
        return holds.Any ? new TaxedLines(request.Lines, [], []) { Holds = holds.ToImmutable() } : null;
    }

    private static TaxedLines Taxed(TaxRequest request, List<TaxPiece> pieces)
    {
        var sums = new TaxSums(request.Currency);
        var exclusive = new ExclusiveTaxes(sums);
        for (var i = 0; i < pieces.Count; i++)
        {
            // Tax lines stand in the order of the lines, whatever order they are summed in.
            foreach (var tax in pieces[i].Treatment.Taxes)
            {
                sums.Of(tax);
                if (tax.Relief is not null)
                    sums.Freed(tax);
            }
            if (pieces[i].Prices == TaxPrices.Exclusive)
                exclusive.Add(i, pieces[i]);
        }
        TakeOut(pieces, new InclusiveTaxes(sums, exclusive), request.Currency);
        var (taxes, parts) = sums.Finish();
        return Checked(request, new TaxedLines([.. pieces.Select(piece => piece.Line)], taxes, parts)
        {
            Notes = [.. NotesOf(taxes, pieces), .. Warnings(request)],
        });
    }

    // Pieces that are taxed alike are one base, unless their tax is rounded by line.
    private static void TakeOut(List<TaxPiece> pieces, InclusiveTaxes inclusive, Currency currency)
    {
        var groups = new List<List<(int Index, TaxPiece Piece)>>();
        for (var i = 0; i < pieces.Count; i++)
        {
            var piece = pieces[i];
            if (piece.Prices == TaxPrices.Exclusive)
                continue;
            var group = piece.Treatment.Taxes.Any(tax => tax.Terms.Scope == TaxRoundingScope.PerLine)
                ? null
                : groups.Find(known => known[0].Piece.Prices == piece.Prices
                    && known[0].Piece.Treatment.IsSame(piece.Treatment));
            if (group is null)
                groups.Add(group = []);
            group.Add((i, piece));
        }
        foreach (var group in groups)
        {
            var nets = inclusive.Add(group);
            for (var i = 0; i < nets.Length; i++)
                pieces[group[i].Index] = InclusiveTaxes.NetOf(group[i].Piece, nets[i], currency);
        }
    }

    private static void RefuseBrackets(List<TaxPiece> pieces, HoldList holds)
    {
        var both = pieces.Find(piece => piece.Prices != TaxPrices.Exclusive
            && piece.Treatment.Taxes.Any(tax => tax.Applies && tax.Rule.IsBracket));
        if (both is not null)
        {
            holds.Add("tax-inclusive-bracket",
                $"The price of {both.Line.Code} includes tax, and a tax counts a part of its amount alone.");
        }
    }

    private static IEnumerable<string> NotesOf(ImmutableArray<TaxLine> taxes, List<TaxPiece> pieces)
    {
        var wordings = pieces.SelectMany(piece => piece.Treatment.Taxes)
            .Where(tax => tax is { Applies: true, Relief.Reason: TaxReason.ReverseCharge })
            .Select(tax => tax.Relief!.Text);
        var reasons = taxes.Where(tax => tax.Reason == TaxReason.CustomerExempt)
            .Select(tax => $"{tax.Code}: {tax.Text} ({tax.Evidence})");
        return wordings.Concat(reasons).Distinct(StringComparer.Ordinal);
    }

    private static IEnumerable<string> Warnings(TaxRequest request)
    {
        if (request.Lines.IsEmpty)
            return [];
        var last = request.Lines.Max(line => line.Period.Until);
        return request.Standing.Profile.Exemptions
            .Where(one => one.ValidUntil is { } end && one.ValidFrom < last && end >= last
                && NodaTime.Period.DaysBetween(last, end) < request.WarningDays)
            .Select(one =>
                $"Exemption certificate {one.Id} ends on {one.ValidUntil:uuuu-MM-dd}; from then on tax is due.");
    }

    private static TaxedLines Checked(TaxRequest request, TaxedLines taxed)
    {
        var tax = taxed.Taxes.Sum(line => line.Amount.Minor);
        Invariant.Holds(
            taxed.LineTaxes.Sum(part => part.AmountMinor) == tax, "the taxes of the lines sum to the taxes");
        Invariant.Holds(
            taxed.Lines.Sum(line => (line.Gross ?? line.Amount).Minor) == request.Lines.Sum(line => line.Amount.Minor),
            "cutting lines loses nothing");
        return taxed;
    }
}
