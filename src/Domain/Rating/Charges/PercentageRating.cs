using BillingActors.Domain.Metering;
using BillingActors.Domain.Rating.Demands;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Metered;
using BillingActors.Domain.Tariffs.Settings;

namespace BillingActors.Domain.Rating.Charges;

/// <summary>Rates a percentage of the charges before it, within its bounds.</summary>
internal readonly struct PercentageRating(PieceDraft piece)
{
    private const decimal Hundredth = 0.01m;
    private const string RealEnergy = "kWh";
    private const string ReactiveEnergy = "kVArh";

    private static readonly LineSource AllBefore = SourceOf(ChargeSelection.All);

    public void Add(Charge.Percentage charge, LineDraft line)
    {
        var counts = charge.Counts ?? piece.Settings.Of(MeteredSettings.PercentageBase);
        Func<PieceDraft, RatedLine, bool> counted = counts == PercentageBase.Sequence
            ? static (_, _) => true
            : static (piece, entry) => piece.ChargeOf(entry.Code) is not Charge.Percentage;
        var amounts = charge.Amounts ?? piece.Settings.Of(MeteredSettings.PercentageAmounts);
        var sum = amounts == PercentageAmounts.Exact
            ? piece.ExactSumOf(charge.Base, line.Days, counted)
            : piece.SumOf(charge.Base, line.Days, counted);
        if (PercentOf(charge, line) is not var (percent, why))
            return;
        var share = percent * Hundredth;
        var exact = sum * percent * Hundredth;
        var bounded = Bounded(exact, charge, line);
        // Most percentages are of all that stands before them.
        var source = charge.Base is { Of.IsEmpty: true, Except.IsEmpty: true } ? AllBefore : SourceOf(charge.Base);
        if (why is not null)
            source = source with { Reference = $"{source.Reference}; {why}" };
        if (bounded != exact)
            source = source with { Reference = $"{source.Reference}; bounded, {Exact.Text(exact)} otherwise" };
        var whole = line.Of(new PricedPart(sum, share, null, null), piece.Request.Currency.Code, bounded, source);
        if (whole.TaxCategory == ChargeHead.CategoryOfLines)
            AddShares(whole, charge, counted);
        else
            piece.Lines.Add(whole);
    }

    // The percentage that is due, and why it is not that of the tariff; null after a reason to hold was added.
    private (decimal Percent, string? Why)? PercentOf(Charge.Percentage charge, LineDraft line)
    {
        if (charge.PowerFactor is not { } terms)
            return (charge.Percent, null);
        var reading = new MeteredPowerFactor(piece.Quantities, piece.Settings);
        var reactive = new MeterSelection(Direction.Import, terms.Channels, ReactiveEnergy);
        var real = new MeterSelection(Direction.Import, [], RealEnergy);
        return reading.Of(charge.Head.Code, line.Days, (real, reactive)) is { } factor
            ? (terms.Of(charge.Percent, factor), $"power factor {Exact.Text(factor)} of {Exact.Text(terms.Target)}")
            : null;
    }

    private static LineSource SourceOf(ChargeSelection selection) => new("charge", PieceDraft.Named(selection), "");

    private void AddShares(RatedLine whole, Charge.Percentage charge, Func<PieceDraft, RatedLine, bool> counted)
    {
        var rating = piece;
        piece.Lines.AddRange(CategoryShares.Of(
            whole, rating.LinesOf(charge.Base).Where(entry => counted(rating, entry)).ToList()));
    }

    private decimal Bounded(decimal exact, Charge.Percentage charge, LineDraft line)
    {
        // A least of a percentage is none of a power factor for which nothing is due.
        if (charge is { Least: null, Most: null } || (exact == 0m && charge.PowerFactor is not null))
            return exact;
        var proration = Proration.Of(piece.Request, line.Days);
        var size = decimal.Abs(exact);
        if (charge.Least is { } least)
            size = decimal.Max(size, proration.AmountOf(least, ChargePer.Month));
        if (charge.Most is { } most)
            size = decimal.Min(size, proration.AmountOf(most, ChargePer.Month));
        return exact < 0m || (exact == 0m && charge.Percent < 0m) ? -size : size;
    }
}
