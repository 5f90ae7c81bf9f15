using BillingActors.Domain.Tariffs.Calls;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tariffs;

/// <summary>
/// One thing a tariff charges or credits. A rider is a charge with days of its own, so it has no kind of its own.
/// </summary>
/// <param name="Head">Code, text, tax category and days.</param>
public abstract record Charge(ChargeHead Head)
{
    /// <summary>A price per day, month or year, whatever is used.</summary>
    /// <param name="Head">Code, text, tax category and days.</param>
    /// <param name="Per">What the price is for; a month is the full bill period of the cycle.</param>
    /// <param name="Price">Price in units of the currency; negative for a credit.</param>
    public sealed record Fixed(ChargeHead Head, ChargePer Per, decimal Price) : Charge(Head);

    /// <summary>A price per unit used.</summary>
    /// <param name="Head">Code, text, tax category and days.</param>
    /// <param name="Meter">Which use counts, and in which unit.</param>
    /// <param name="Price">How the use is priced; for export it is what the customer is paid.</param>
    public sealed record Usage(ChargeHead Head, MeterSelection Meter, PriceModel Price) : Charge(Head);

    /// <summary>A price per unit of the highest demand of the period.</summary>
    /// <param name="Head">Code, text, tax category and days.</param>
    /// <param name="Meter">Which channels count, and the unit of power, such as kW.</param>
    /// <param name="WindowMinutes">Length over which demand is averaged: a multiple of the interval.</param>
    /// <param name="Price">How the highest window is priced for a month.</param>
    public sealed record Demand(ChargeHead Head, MeterSelection Meter, int WindowMinutes, PriceModel Price)
        : Charge(Head);

    /// <summary>A percentage of charges that stand before it.</summary>
    /// <param name="Head">Code, text, tax category and days.</param>
    /// <param name="Percent">Percent; negative for a discount.</param>
    /// <param name="Base">Which charges it is taken of.</param>
    public sealed record Percentage(ChargeHead Head, decimal Percent, ChargeSelection Base) : Charge(Head);

    /// <summary>The charges that stand before it come to at least this much.</summary>
    /// <param name="Head">Code, text, tax category and days.</param>
    /// <param name="Per">What the amount is for.</param>
    /// <param name="Amount">The least amount, in units of the currency.</param>
    /// <param name="Base">Which charges count towards it.</param>
    public sealed record Minimum(ChargeHead Head, ChargePer Per, decimal Amount, ChargeSelection Base) : Charge(Head);

    /// <summary>Calls, data or messages by destination, in increments.</summary>
    /// <param name="Head">Code, text, tax category and days.</param>
    /// <param name="Plan">Destinations and rates.</param>
    public sealed record Calls(ChargeHead Head, CallPlan Plan) : Charge(Head);

    /// <summary>The days of the piece on which this charge applies, or null.</summary>
    public Period? Within(Period piece) => piece.Overlap(Head.ValidFrom ?? LocalDate.MinIsoValue, Head.ValidUntil);
}
