using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tax;

namespace BillingActors.Domain.Explanations;

/// <summary>Compares two bills of an account and says to the last minor unit why their totals differ.</summary>
public static class BillComparison
{
    private static readonly ImmutableArray<BillEffect> Effects = [.. Enum.GetValues<BillEffect>()];

    /// <summary>
    /// Pure. The causes of every line sum to the difference of its rounded amounts, and those of all lines to the
    /// difference of the totals. Both bills are in one currency.
    /// </summary>
    public static BillExplanation Explain(ComparedBill before, ComparedBill after)
    {
        Invariant.Holds(before.Currency == after.Currency, "bills that are compared have one currency");
        var lines = Lines(before, after).AddRange(Taxes(before, after));
        var effects = Effects
            .Select(effect => new EffectAmount(effect, Money.Sum(after.Currency, lines
                .SelectMany(static line => line.Effects)
                .Where(entry => entry.Effect == effect)
                .Select(static entry => entry.Amount))))
            .ToImmutableArray();
        var explained = new BillExplanation(before.Total, after.Total, effects, lines, []);
        Invariant.Holds(
            Money.Sum(after.Currency, effects.Select(static entry => entry.Amount)) == explained.Difference,
            "the causes sum to the difference of the bills");
        return explained with { Sentences = ExplanationText.Of(explained, before.Period, after.Period) };
    }

    // Percentages come last: what they are taken of is then explained.
    private static ImmutableArray<ExplainedLine> Lines(ComparedBill before, ComparedBill after)
    {
        var pairs = new LinePairing(before, after).Pairs();
        var exact = new Dictionary<LinePair, EffectVector>(ReferenceEqualityComparer.Instance);
        foreach (var pair in pairs.Where(static pair => !IsPercentage(pair)))
            exact[pair] = EffectSplit.Of(pair);
        foreach (var pair in pairs.Where(IsPercentage))
            exact[pair] = EffectSplit.OfPercentage(pair.Before!, pair.After!, BaseOf(pair, exact));
        return [.. pairs.Select(pair => Line(pair, exact[pair], after.Currency))];
    }

    private static bool IsPercentage(LinePair pair) => !pair.IsCredit
        && pair is { Before.IsPercentage: true, After.IsPercentage: true };

    private static EffectVector BaseOf(LinePair percentage, Dictionary<LinePair, EffectVector> known) => known
        .Where(entry => entry.Key.Named.ContractId == percentage.Named.ContractId)
        .Where(entry => NamedCharges.Include(percentage.Named.Source.Reference, entry.Key.Named.Code))
        .Aggregate(EffectVector.Zero, static (sum, entry) => sum.Plus(entry.Value));

    private static ExplainedLine Line(LinePair pair, EffectVector exact, Currency currency)
    {
        var minor = exact.InMinor(pair.Minor, currency);
        var named = pair.After ?? pair.Before!;
        var line = new ExplainedLine(
            named.First.ContractId,
            named.First.Code,
            named.Text,
            named.First.Unit,
            named.Tier,
            named.TimeOfUse,
            pair.Before?.Shown(currency),
            pair.After?.Shown(currency),
            new Money(pair.Minor, currency),
            [.. Effects.Where(effect => minor[(int)effect] != 0)
                .Select(effect => new EffectAmount(effect, new Money(minor[(int)effect], currency)))],
            "");
        return line with { Sentence = ExplanationText.Of(line) };
    }

    private static IEnumerable<ExplainedLine> Taxes(ComparedBill before, ComparedBill after)
    {
        var codes = after.Taxes.Concat(before.Taxes).Select(static tax => tax.Code);
        foreach (var code in codes.Distinct(StringComparer.Ordinal))
        {
            TaxLine[] old = [.. before.Taxes.Where(tax => tax.Code == code)];
            TaxLine[] now = [.. after.Taxes.Where(tax => tax.Code == code)];
            var (left, right) = (TaxSide(old, after.Currency), TaxSide(now, after.Currency));
            var difference = Amount(right) - Amount(left);
            var line = new ExplainedLine(
                "",
                code,
                (now.Length > 0 ? now : old)[0].Text,
                after.Currency.Code,
                null,
                null,
                left,
                right,
                difference,
                difference.IsZero ? [] : [new EffectAmount(BillEffect.Tax, difference)],
                "");
            yield return line with { Sentence = ExplanationText.Of(line) };
        }

        Money Amount(ExplainedSide? side) => side?.Amount ?? Money.Zero(after.Currency);
    }

    private static ExplainedSide? TaxSide(TaxLine[] taxes, Currency currency)
    {
        if (taxes.Length == 0)
            return null;
        var taxed = taxes.Sum(static tax => tax.Base.ToDecimal());
        var listed = taxes.Sum(static tax => tax.Base.ToDecimal() * tax.Percent / 100m);
        var rate = taxed == 0m ? taxes[0].Percent / 100m : listed / taxed;
        return new ExplainedSide(
            Rating.Exact.Normalised(taxed),
            Rating.Exact.Normalised(Rounding.HalfAwayFromZero(rate, Rating.Exact.PriceDecimals)),
            0,
            0m,
            Money.Sum(currency, taxes.Select(static tax => tax.Amount)),
            []);
    }
}
