using BillingActors.Domain.Rating.NetMetering;
using BillingActors.Domain.Rating.Prices;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Metered;
using BillingActors.Domain.Tariffs.Settings;

namespace BillingActors.Domain.Rating.Charges;

/// <summary>Rates what the charges before are short of a minimum, or beyond a maximum.</summary>
internal sealed class MinimumRating(PieceDraft piece)
{
    private const string DaysKey = "days";

    public void Add(Charge.Minimum charge, LineDraft line)
    {
        if (piece.TimesOf(charge.Times, charge.Head.Code) is not { } times)
            return;
        var counts = charge.Counts ?? piece.Settings.Of(MeteredSettings.MinimumBase);
        // What a true-up pays out is no bill, and does not have to be made up for.
        var sum = piece.SumOf(charge.Base, line.Days, (_, entry) => counts == MinimumBase.Net
            ? entry.Source.Kind != CreditBank.PaidOut
            : entry.ExactAmount > 0m);
        var shortfall = charge.IsTruedUp
            ? TrueUp(charge, line, times, sum)
            : AmountOf(charge.Amount * times, (charge.Times, charge.Per), line) - sum;
        if (shortfall > 0m)
            Add(line, "minimum", shortfall, charge.Base);
    }

    public void Add(Charge.Maximum charge, LineDraft line)
    {
        if (piece.TimesOf(charge.Times, charge.Head.Code) is not { } times)
            return;
        var sum = piece.SumOf(charge.Base, line.Days, static (_, _) => true);
        var beyond = sum - AmountOf(charge.Amount * times, (charge.Times, charge.Per), line);
        if (beyond > 0m)
            Add(line, "maximum", -beyond, charge.Base);
    }

    private decimal AmountOf(decimal amount, (Factor? Times, ChargePer Per) of, LineDraft line) =>
        piece.IsOfUse(of.Times, of.Per) ? amount : Proration.Of(piece.Request, line.Days).AmountOf(amount, of.Per);

    // Bills are counted on; the year is billed with the bill that reaches its end, for the days that were counted.
    private decimal TrueUp(Charge.Minimum charge, LineDraft line, decimal times, decimal sum)
    {
        var (code, year) = (charge.Head.Code, YearWindow.Of(line.Days.From, piece.Settings));
        var counted = piece.State.CountOf(code, "", year) + sum;
        var days = piece.State.CountOf(code, DaysKey, year) + line.Days.Days;
        piece.State.SetCount(code, "", year, counted);
        piece.State.SetCount(code, DaysKey, year, days);
        return line.Days.Until >= year.Until ? (charge.Amount * times * days / year.Days) - counted : 0m;
    }

    private void Add(LineDraft line, string unit, decimal amount, ChargeSelection selection) =>
        piece.Lines.Add(line.Of(
            new PricedPart(1m, amount, null, null),
            unit,
            amount,
            new LineSource("charge", PieceDraft.Named(selection), "")));
}
