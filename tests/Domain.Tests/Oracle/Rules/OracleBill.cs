using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Events;
using BillingActors.Domain.Tariffs.Metered;
using BillingActors.Domain.Tariffs.Recurring;
using BillingActors.Domain.Tests.Oracle.Rules.Calls;
using BillingActors.Domain.Tests.Oracle.Rules.Clocks;
using BillingActors.Domain.Tests.Oracle.Rules.Netting;

namespace BillingActors.Domain.Tests.Oracle.Rules;

/// <summary>
/// A second rating engine: it reads the same tariffs and the same usage by its own rules, in exact fractions, one day,
/// one interval and one increment at a time.
/// </summary>
internal static class OracleBill
{
    /// <summary>The lines of a bill; the state is moved on to the next one.</summary>
    public static List<OracleLine> Rate(RatingRequest request, OracleState state)
    {
        var context = new OracleContext(request, state);
        var calls = new OracleCalls(context);
        foreach (var (days, version) in context.Pieces())
        {
            var piece = new OraclePiece(context, days, version);
            foreach (var charge in version.Charges)
            {
                foreach (var run in piece.DaysOf(charge.Head))
                    Add(piece, charge, run, calls);
            }
        }
        foreach (var (key, quantity) in context.Peaks)
            state.Peaks[key] = quantity;
        foreach (var (key, demand) in context.Events)
            state.Events[key] = demand;
        return context.Lines;
    }

    private static void Add(OraclePiece piece, Charge charge, DaySpan days, OracleCalls calls)
    {
        switch (charge)
        {
            case Charge.Fixed one:
                new OracleFixed(piece, one).Add(days);
                break;
            case Charge.Usage one:
                new OracleUsage(piece, one).Add(days);
                break;
            case Charge.Demand one:
                new OracleDemand(piece, one).Add(days);
                break;
            case Charge.Percentage one:
                AddPercentage(piece, one, days);
                break;
            case Charge.Minimum one:
                AddMinimum(piece, one, days);
                break;
            case Charge.Maximum one:
                var most = OracleParts.AmountOf(
                    piece.Context, one.Amount * piece.Context.Times(one.Times), one.Per, days);
                AddExcess(piece, one.Head, days, most - piece.SumOf(one.Base, days, static _ => true), isLeast: false);
                break;
            case Charge.Rounded one:
                OracleRounding.Add(piece, one, days);
                break;
            case Charge.EnergyNetting one:
                new OracleEnergyNetting(piece, one).Add(days);
                break;
            case Charge.MoneyNetting one:
                new OracleMoneyNetting(piece, one).Add(days);
                break;
            case Charge.Calls one:
                calls.AddLines(piece, one, days);
                break;
            case EventCharge one:
                new OracleEvents(piece, one).Add(days);
                break;
            case SubscriptionCharge one:
                OracleQuantities.AddSubscription(piece, one, days);
                break;
            default:
                throw new InvalidOperationException($"the oracle knows no {charge.GetType().Name}");
        }
    }

    private static void AddPercentage(OraclePiece piece, Charge.Percentage charge, DaySpan days)
    {
        var context = piece.Context;
        var isOriginal = charge.Counts is { } counts
            ? counts == PercentageBase.Original
            : context.Word("percentage-base", "sequence") == "original";
        var percentages = piece.Version.Charges.OfType<Charge.Percentage>().Select(static one => one.Head.Code);
        bool Counts(OracleLine line) => !isOriginal || !percentages.Contains(line.Code);
        var isExact = charge.Amounts is { } amounts
            ? amounts == PercentageAmounts.Exact
            : context.Word("percentage-amounts", "rounded") == "exact";
        var sum = isExact ? piece.ExactSumOf(charge.Base, days, Counts) : piece.SumOf(charge.Base, days, Counts);
        var exact = sum * charge.Percent / 100;
        var size = Rational.Abs(exact);
        if (charge.Least is { } least)
            size = Rational.Max(size, OracleParts.AmountOf(context, least, ChargePer.Month, days));
        if (charge.Most is { } most)
            size = Rational.Min(size, OracleParts.AmountOf(context, most, ChargePer.Month, days));
        var isCredit = exact.IsZero ? charge.Percent < 0 : exact.Sign < 0;
        piece.Add(charge.Head, days, sum, isCredit ? -size : size);
    }

    private static void AddMinimum(OraclePiece piece, Charge.Minimum charge, DaySpan days)
    {
        var context = piece.Context;
        var isNet = charge.Counts is { } counts
            ? counts == MinimumBase.Net
            : context.Word("minimum-base", "net") == "net";
        var sum = piece.SumOf(charge.Base, days, line => isNet ? !line.IsPaidOut : line.Exact.Sign > 0);
        var least = OracleParts.AmountOf(context, charge.Amount * context.Times(charge.Times), charge.Per, days);
        AddExcess(piece, charge.Head, days, least - sum, isLeast: true);
    }

    private static void AddExcess(OraclePiece piece, ChargeHead head, DaySpan days, Rational missing, bool isLeast)
    {
        if (isLeast ? missing.Sign > 0 : missing.Sign < 0)
            piece.Add(head, days, 1, missing);
    }
}
