using BillingActors.Domain.Accounts;
using BillingActors.Domain.BillRuns;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Domain.Tax;
using BillingActors.Domain.Tax.Places;
using BillingActors.Domain.Tax.Reliefs;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Invoicing.SampleClosing;

namespace BillingActors.Domain.Tests.Invoicing;

/// <summary>A closing takes the taxes of the places and of the customer, and keeps why.</summary>
public sealed class TaxedClosingTests
{
    private static readonly TaxJurisdiction City =
        new("city", "City", [new TaxRule("CITY", "City tax", 5m, ["standard"])]);

    private static readonly TaxExemption Certificate = new("E1", null, "Charity", Day(1, 1), Day(1, 16));

    // 10.00 for January and a charge of 5.00: both at 5 % of the city, not at the 20 % of the tariff.
    [Fact]
    public void The_place_of_the_service_point_comes_before_the_tariff_for_charges_too()
    {
        var plan = Ready(WithCharge, InCity);

        Assert.Equal([new TaxLine("CITY", "City tax", 5m, Eur(1500), Eur(75)) { Jurisdiction = "city" }], plan.Taxes);
        Assert.Equal([new LineTax(0, 0, 1000, 50), new LineTax(1, 0, 500, 25)], plan.LineTaxes!.Value.AsEnumerable());
        Assert.Null(plan.Notes);
    }

    // 15 of 31 days are free: 4.84 of 10.00; 5.16 × 5 % = 0.258.
    [Fact]
    public void A_certificate_that_ends_within_the_period_splits_the_line()
    {
        var account = Accounts.SampleAccount.Open.After(Start("K-1", Day(1, 1)));
        var plan = Ready(account, InCity with
        {
            TaxProfile = TaxProfile.None with { Exemptions = [Certificate] },
        });

        Assert.Equal([Eur(484), Eur(516)], plan.Lines.Select(line => line.Amount));
        Assert.Equal(
            [(TaxReason.CustomerExempt, Eur(484), Eur(0)), (TaxReason.Standard, Eur(516), Eur(26))],
            plan.Taxes.Select(tax => (tax.Reason, tax.Base, tax.Amount)).OrderByDescending(tax => tax.Reason));
        Assert.Equal(["CITY: Charity (E1)"], plan.Notes!.Value.AsEnumerable());
    }

    // 12.00 with 20 % is 10.00 net, and so is what the tariff earns; the event and the document say it.
    [Fact]
    public void Prices_with_tax_earn_the_net()
    {
        var settings = RatingSettings.Default.With("tax-prices", "inclusive", out _)!;
        var account = Accounts.SampleAccount.Open.After(Start("K-1", Day(1, 1)));
        var plan = Ready(account, Inputs(
            Day(2, 1), Input("K-1", Unmetered(), Fixed(price: 12m) with { Settings = settings })));

        Assert.Equal((Eur(1000), Eur(200)), (plan.Net, plan.Tax));
        Assert.Equal([new RevenueShare("flat", 1000)], plan.Revenue.AsEnumerable());
        Assert.Equal(Eur(1200), Assert.Single(plan.Lines).Gross);
        var issued = Assert.IsType<AccountEvent.InvoiceIssued>(Assert.Single(Issue(account, plan).Events));
        Assert.Equal([new TaxShare("VAT", 20m, 1000, 200)], issued.Taxes.AsEnumerable());
    }

    [Fact]
    public void A_place_without_a_table_holds_the_account_without_a_plan()
    {
        var bill = CycleCalculation.Calculate(WithCharge, InCity with { Jurisdictions = [] });

        Assert.Equal(DraftOutcome.Held, bill.Outcome);
        Assert.Equal("tax-jurisdiction-unknown", Assert.Single(bill.Holds).Code);
        Assert.Null(bill.Plan);
    }

    [Fact]
    public void The_hash_is_of_what_decides_the_taxes_of_the_account()
    {
        var hash = InputHash.Of(WithCharge, InCity);
        var rule = City.Rules[0];
        ClosingInputs[] others =
        [
            InCity with { Jurisdictions = [City with { Rules = [rule with { Percent = 6m }] }] },
            InCity with { Jurisdictions = [City with { Rules = [rule with { ValidUntil = Day(1, 20) }] }] },
            InCity with { TaxProfile = TaxProfile.None with { Exemptions = [Certificate] } },
            InCity with { TaxProfile = TaxProfile.None with { VatNumber = new VatNumber("DE1", []) } },
            InCity with { Entity = Entity with { TaxPlaces = [new TaxPlacement("city")] } },
        ];

        Assert.All(others, other => Assert.NotEqual(hash, InputHash.Of(WithCharge, other)));
        Assert.Equal(hash, InputHash.Of(WithCharge, InCity with { Jurisdictions = [City, City with { Id = "far" }] }));
        Assert.Equal(
            InputHash.Of(WithCharge, Plain), InputHash.Of(WithCharge, Plain with { Jurisdictions = [City] }));
    }

    private static Account WithCharge =>
        Accounts.SampleAccount.Open.After(Start("K-1", Day(1, 1)), Charge("fee-1", 500, Day(1, 10)));

    private static ClosingInputs Plain => Inputs(Day(2, 1), Input("K-1", Unmetered(), Fixed()));

    private static ClosingInputs InCity
    {
        get
        {
            var usage = Unmetered();
            var point = usage.ServicePoint with { TaxPlaces = [new TaxPlacement("city")] };
            return Inputs(Day(2, 1), Input("K-1", usage with { ServicePoint = point }, Fixed())) with
            {
                Jurisdictions = [City],
            };
        }
    }
}
