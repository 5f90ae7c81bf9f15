using System.Collections.Immutable;
using BillingActors.Domain.Explanations;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tax;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Explanations;

/// <summary>Small bills in euro, line by line.</summary>
internal static class SampleBill
{
    public static Currency Euro { get; } = Currency.Of("EUR");

    public static Period January { get; } = new(new LocalDate(2025, 1, 1), new LocalDate(2025, 2, 1));

    public static Period February { get; } = new(new LocalDate(2025, 2, 1), new LocalDate(2025, 3, 1));

    public static ComparedBill Of(Period period, params ReadOnlySpan<RatedLine> lines) =>
        new(period, Euro, [.. lines], []);

    /// <summary>The bill with 20 % on all of it.</summary>
    public static ComparedBill Taxed(this ComparedBill bill)
    {
        var net = Money.Sum(Euro, bill.Lines.Select(line => line.Amount));
        var tax = Rounding.ToMoney(net.ToDecimal() * 0.2m, Euro);
        return bill with { Taxes = [new TaxLine("VAT", "VAT 20 %", 20m, net, tax)] };
    }

    public static RatedLine Energy(Period days, decimal quantity, decimal price, decimal estimated = 0m) =>
        Line(days, ("energy", "Energy", "kWh"), (quantity, price), new LineSource("intervals", "E1", "")
        {
            EstimatedShare = estimated,
        });

    public static RatedLine Supply(Period days, decimal price) =>
        Line(days, ("supply", "Supply", "day"), (days.Days, price), new LineSource("days", days.ToString(), ""));

    public static RatedLine Line(
        Period days, (string Code, string Text, string Unit) what, (decimal Quantity, decimal Price) priced,
        LineSource source)
    {
        var exact = priced.Quantity * priced.Price;
        return new RatedLine(
            "K-1", what.Code, what.Text, days, priced.Quantity, what.Unit, priced.Price, exact,
            Rounding.ToMoney(exact, Euro), null, null, "home@1", "standard", source);
    }

    /// <summary>The causes by name, without those of zero.</summary>
    public static ImmutableSortedDictionary<BillEffect, long> Causes(this BillExplanation explained) =>
        explained.Effects.Where(entry => !entry.Amount.IsZero)
            .ToImmutableSortedDictionary(entry => entry.Effect, entry => entry.Amount.Minor);
}
