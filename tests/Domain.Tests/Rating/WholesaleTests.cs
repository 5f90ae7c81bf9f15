using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Events;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Calls.Choices;
using BillingActors.Domain.Tariffs.QuantityPrices;
using static BillingActors.Domain.Tests.Rating.Calls.GivenCalls;
using static BillingActors.Domain.Tests.Rating.Events.GivenEvents;
using static BillingActors.Domain.Tests.Rating.Given;

namespace BillingActors.Domain.Tests.Rating;

/// <summary>Statements between carriers: both directions, shares of revenue, and amounts of abroad.</summary>
public sealed class WholesaleTests
{
    // What a carrier sends is paid at 0.012 a minute, what it receives is paid to it at 0.009 by the second.
    [Fact]
    public void A_settlement_has_both_directions()
    {
        var plan = Plan(
            "minute",
            Rate("all", 0.012m, 60, 60),
            Rate("all", -0.009m) with { Direction = CallDirection.In });
        var tariff = Tariff(plan.Charged("traffic"));
        var sent = Call("1", Workday, 100 * 60);
        var received = Call("2", Workday, (300 * 60) + 30) with { Direction = CallDirection.In };

        Assert.Empty(TariffValidation.ProblemsOf(tariff));
        var lines = ContractRating.Rate(Given.Rated(tariff, January).With(sent, received)).Lines;

        Assert.Equal(
            [("traffic: all", 100m, 1.2m), ("traffic: all, received", 300.5m, -2.7045m)],
            lines.Select(static line => (line.Text, line.Quantity, line.ExactAmount)));
        Assert.Equal(-1.50m, lines.Sum(static line => line.Amount.ToDecimal()));
    }

    // A service earns 1,000 and 250.40, of which its provider has 60 %, less a fee for each sale.
    [Fact]
    public void A_share_of_revenue_is_paid_out()
    {
        var share = Charge(new PercentagePrice(-60m, 0.05m, null, null, null, null), field: "amount");

        Assert.Empty(TariffValidation.ProblemsOf(Tariff(share)));
        Assert.Equal(-(1250.40m * 0.6m) + 0.10m, Used(share, Amounts(1000m, 250.40m)).Cost());
    }

    // Calls abroad come in the currency of the network, each file with a rate of its own: 10 × 0.92 + 20 × 0.93 + 5.
    [Fact]
    public void Amounts_of_abroad_have_the_rate_of_their_file()
    {
        var rates = new MatrixPrice(
            ["currency", "file"],
            [
                new(["USD", "TD01"], new PriceModel.Flat(0.92m)), new(["USD", "TD02"], new PriceModel.Flat(0.93m)),
                new(["EUR", "*"], new PriceModel.Flat(1m)),
            ],
            null);
        var charge = Charge(rates, field: "amount");
        var markUp = new Charge.Percentage(Head("mark-up"), 15m, new ChargeSelection(["use"], []));
        UsageEvent[] events =
        [
            Event("1", "2025-01-02", null, 10m, ("currency", "USD"), ("file", "TD01")),
            Event("2", "2025-01-03", null, 20m, ("currency", "USD"), ("file", "TD02")),
            Event("3", "2025-01-04", null, 5m, ("currency", "EUR"), ("file", "TD02")),
        ];

        Assert.Equal(32.80m * 1.15m, Used([charge, markUp], events).Cost());
        // A file without a rate holds the bill.
        var unknown = Event("4", "2025-01-05", null, 5m, ("currency", "USD"), ("file", "TD03"));
        Assert.Equal("unpriced-event", Assert.Single(ContractRating.Rate(Used([charge], [unknown])).Holds).Code);
    }
}
