using System.Numerics;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tests.Oracle.Rules.Clocks;

namespace BillingActors.Domain.Tests.Oracle.Rules;

/// <summary>Sums of a bill brought to multiples, in whole multiples of exact fractions.</summary>
internal static class OracleRounding
{
    public static void Add(OraclePiece piece, Charge.Rounded charge, DaySpan days)
    {
        var context = piece.Context;
        if (days.Until != context.Service.Until)
            return;
        var (printed, exact) = (0L, (Rational)0);
        foreach (var line in context.Lines)
        {
            var isNamed = charge.Base.Of.IsEmpty || charge.Base.Of.Contains(line.Code);
            if (!isNamed || charge.Base.Except.Contains(line.Code))
                continue;
            (printed, exact) = (printed + line.Minor, exact + line.Exact);
        }
        var sum = piece.InMoney(printed);
        var whole = charge.Counts == Domain.Tariffs.Metered.RoundingBase.Exact ? exact : sum;
        var missing = To(charge.Rounding.Multiple, charge.Rounding.Method.ToString(), whole) - sum;
        if (missing.InUnitsOf(context.Request.Currency.Exponent) != 0)
            piece.Add(charge.Head, days, 1, missing);
    }

    /// <summary>What the total in minor units lacks to its multiple, by the settings of the bill.</summary>
    public static long OfTotal(OracleContext context, long minor)
    {
        if (context.Number("total-rounding") is not { } multiple)
            return 0;
        var unit = new Rational(BigInteger.Pow(10, context.Request.Currency.Exponent), 1);
        var total = minor / unit;
        return (To(multiple, context.Word("total-rounding-mode", "half"), total) - total)
            .InUnitsOf(context.Request.Currency.Exponent);
    }

    /// <summary>A total in minor units within the limits that the settings give to a bill with its taxes.</summary>
    public static long Limited(OracleContext context, long minor)
    {
        var exponent = context.Request.Currency.Exponent;
        if (context.Number("total-least") is { } least)
            minor = Math.Max(minor, PartOf(least).InUnitsOf(exponent));
        return context.Number("total-most") is { } most ? Math.Min(minor, PartOf(most).InUnitsOf(exponent)) : minor;

        Rational PartOf(Rational limit) => context.Word("total-limits-part", "whole") == "prorated"
            ? OracleParts.AmountOf(context, limit, ChargePer.Month, context.Service)
            : limit;
    }

    private static Rational To(Rational multiple, string way, Rational sum)
    {
        var size = Rational.Abs(sum) / multiple;
        var below = new Rational(size.Floor(), 1);
        var isUp = way.ToUpperInvariant() switch
        {
            "UP" => size > below,
            "DOWN" => false,
            _ => size - below >= new Rational(1, 2),
        };
        return sum.Sign * (isUp ? below + 1 : below) * multiple;
    }
}
