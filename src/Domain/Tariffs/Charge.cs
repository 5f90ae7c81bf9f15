using System.Collections.Immutable;
using BillingActors.Domain.Tariffs.Calls;
using BillingActors.Domain.Tariffs.Conversions;
using BillingActors.Domain.Tariffs.Demands;
using BillingActors.Domain.Tariffs.Metered;
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
    public sealed record Fixed(ChargeHead Head, ChargePer Per, decimal Price) : Charge(Head)
    {
        /// <summary>How many times the price applies; null: once.</summary>
        public Factor? Times { get; init; }

        /// <summary>Codes of charges before it; billed only where one of them has a quantity. Empty: always.</summary>
        public ImmutableArray<string> OnlyIfUsed { get; init; } = [];
    }

    /// <summary>A price per unit used.</summary>
    /// <param name="Head">Code, text, tax category and days.</param>
    /// <param name="Meter">Which use counts, and in which unit.</param>
    /// <param name="Price">How the use is priced; for export it is what the customer is paid.</param>
    public sealed record Usage(ChargeHead Head, MeterSelection Meter, PriceModel Price) : Charge(Head)
    {
        /// <summary>Code of a net-metering charge before it whose net use is priced; null: as metered.</summary>
        public string? Netted { get; init; }

        /// <summary>
        /// How the metered unit becomes the billed one; null: units of one kind convert by themselves.
        /// </summary>
        public QuantityConversion? Conversion { get; init; }
    }

    /// <summary>A price per unit of the highest demand of the period.</summary>
    /// <param name="Head">Code, text, tax category and days.</param>
    /// <param name="Meter">Which channels count, and the unit of power, such as kW.</param>
    /// <param name="WindowMinutes">Length over which demand is averaged: a multiple of the interval.</param>
    /// <param name="Price">How the highest window is priced for a month.</param>
    public sealed record Demand(ChargeHead Head, MeterSelection Meter, int WindowMinutes, PriceModel Price)
        : Charge(Head)
    {
        /// <summary>What is done to the demand before it is priced.</summary>
        public DemandTerms Terms { get; init; } = DemandTerms.Plain;
    }

    /// <summary>A percentage of charges that stand before it.</summary>
    /// <param name="Head">Code, text, tax category and days.</param>
    /// <param name="Percent">Percent; negative for a discount.</param>
    /// <param name="Base">Which charges it is taken of.</param>
    public sealed record Percentage(ChargeHead Head, decimal Percent, ChargeSelection Base) : Charge(Head)
    {
        /// <summary>The most it comes to in a bill period, without its sign; null: no limit.</summary>
        public decimal? Most { get; init; }

        /// <summary>The least it comes to in a bill period, without its sign; null: no limit.</summary>
        public decimal? Least { get; init; }

        /// <summary>Whether percentages before it count; null: as the setting says.</summary>
        public PercentageBase? Counts { get; init; }

        /// <summary>Which amounts of its lines it is taken of; null: as the setting says.</summary>
        public PercentageAmounts? Amounts { get; init; }

        /// <summary>How the power factor multiplies the percentage; null: not.</summary>
        public FactorPercent? PowerFactor { get; init; }
    }

    /// <summary>The charges that stand before it come to at least this much.</summary>
    /// <param name="Head">Code, text, tax category and days.</param>
    /// <param name="Per">What the amount is for.</param>
    /// <param name="Amount">The least amount, in units of the currency.</param>
    /// <param name="Base">Which charges count towards it.</param>
    public sealed record Minimum(ChargeHead Head, ChargePer Per, decimal Amount, ChargeSelection Base) : Charge(Head)
    {
        /// <summary>How many times the amount counts; null: once.</summary>
        public Factor? Times { get; init; }

        /// <summary>Whether credits count; null: as the setting says.</summary>
        public MinimumBase? Counts { get; init; }

        /// <summary>For a minimum per year: counted on from bill to bill and billed once, when the year ends.</summary>
        public bool IsTruedUp { get; init; }
    }

    /// <summary>The charges that stand before it come to at most this much.</summary>
    /// <param name="Head">Code, text, tax category and days.</param>
    /// <param name="Per">What the amount is for.</param>
    /// <param name="Amount">The most, in units of the currency.</param>
    /// <param name="Base">Which charges count towards it.</param>
    public sealed record Maximum(ChargeHead Head, ChargePer Per, decimal Amount, ChargeSelection Base) : Charge(Head)
    {
        /// <summary>How many times the amount counts; null: once.</summary>
        public Factor? Times { get; init; }
    }

    /// <summary>
    /// What brings the charges that stand before it to a multiple, over all days of the bill, with its last day.
    /// </summary>
    /// <param name="Head">Code, text, tax category and days.</param>
    /// <param name="Rounding">To which multiple, and which way.</param>
    /// <param name="Base">Which charges are rounded together.</param>
    public sealed record Rounded(ChargeHead Head, MultipleRounding Rounding, ChargeSelection Base) : Charge(Head)
    {
        /// <summary>Whether exact amounts or rounded lines are summed.</summary>
        public RoundingBase Counts { get; init; }
    }

    /// <summary>
    /// Sets what was delivered to the grid against what was taken from it, before usage charges price the rest.
    /// </summary>
    /// <param name="Head">Code, text, tax category and days.</param>
    /// <param name="Terms">Meters, periods and banks.</param>
    public sealed record EnergyNetting(ChargeHead Head, EnergyNettingTerms Terms) : Charge(Head);

    /// <summary>Carries credits from bill to bill as money, after the charges that they may reduce.</summary>
    /// <param name="Head">Code, text, tax category and days.</param>
    /// <param name="Terms">What credits reduce, when, and what becomes of the rest.</param>
    public sealed record MoneyNetting(ChargeHead Head, MoneyNettingTerms Terms) : Charge(Head);

    /// <summary>Calls, data or messages by destination, in increments.</summary>
    /// <param name="Head">Code, text, tax category and days.</param>
    /// <param name="Plan">Destinations and rates.</param>
    public sealed record Calls(ChargeHead Head, CallPlan Plan) : Charge(Head);

    /// <summary>The stretches of days of the piece on which this charge applies, in order.</summary>
    public IEnumerable<Period> DaysIn(Period piece)
    {
        if (Within(piece) is not { } days)
            return [];
        return Head.Yearly.IsEmpty ? [days] : RunsIn(days);
    }

    private IEnumerable<Period> RunsIn(Period days)
    {
        var from = days.From;
        while (from < days.Until)
        {
            var until = from.PlusDays(1);
            while (until < days.Until && Head.AppliesOn(until) == Head.AppliesOn(from))
                until = until.PlusDays(1);
            if (Head.AppliesOn(from))
                yield return new Period(from, until);
            from = until;
        }
    }

    /// <summary>The days of the piece between its first and last day, or null.</summary>
    public Period? Within(Period piece) => Head is { ValidFrom: null, ValidUntil: null }
        ? piece
        : piece.Overlap(Head.ValidFrom ?? LocalDate.MinIsoValue, Head.ValidUntil);
}
