using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Conversions;
using BillingActors.Domain.Tests.Oracle.Rules.Clocks;

namespace BillingActors.Domain.Tests.Oracle.Rules;

/// <summary>What a meter counted, interval by interval, in the unit that is billed.</summary>
internal sealed class OracleConversion(OraclePiece piece, Charge.Usage charge, QuantityConversion conversion)
{
    private static readonly Rational _micro = new(1, 1_000_000);

    private readonly OracleContext _context = piece.Context;

    private int? Decimals => _context.Number("converted-decimals") is { } given ? (int)given.Floor() : null;

    /// <summary>The use of some days by period of a plan.</summary>
    public Rational[] Use(DaySpan days, HourPlan? plan)
    {
        var sums = new Rational[plan?.Names.Count ?? 1];
        foreach (var channel in _context.Meter.ChannelsOf(charge.Meter.Direction, charge.Meter.Channels))
        {
            foreach (var (reading, period) in _context.Meter.Of(channel, days, plan))
                sums[period] += Billed(reading);
        }
        return [.. sums.Select(Rounded)];
    }

    /// <summary>What an interval comes to, rounded where each is.</summary>
    public Rational Billed(OracleMeter.Reading reading)
    {
        var factor = (Rational)(charge.Meter.Unit == "MJ" ? 3.6m : 1m);
        foreach (var one in conversion.Factors)
        {
            factor *= one.Values.Last(value =>
                value.From is not { } from || DaySpan.NumberOf(from) <= reading.Day).Value;
        }
        var billed = reading.Value * _micro * factor;
        return _context.Word("converted-rounding", "total") == "interval" ? Rounded(billed) : billed;
    }

    /// <summary>A sum as it is rounded.</summary>
    public Rational Rounded(Rational sum) => Decimals is { } decimals ? sum.Round(decimals) : sum;
}
