using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>
/// Corrections that the tests of OpenMeter, an open usage biller, expect
/// (openmeter/billing/charges/usagebased/service/rating/delta): the use of a period that is billed grows or shrinks,
/// and what it now comes to is billed less what was billed.
/// </summary>
public sealed class OpenMeterCorrectionTests : IDisposable
{
    private const string Ten = """{ "kind": "flat", "price": 10 }""";
    private const string Small = """{ "kind": "flat", "price": 0.001 }""";
    private const string Package = """{ "kind": "package", "size": 10, "price": 15 }""";

    private const string Tiers = """
        { "kind": "graduated", "steps": [{ "upTo": 5, "price": 1 }, { "upTo": 10, "price": 2 }, { "price": 3 }] }
        """;

    private const string Fees = """
        { "kind": "graduated", "steps": [{ "upTo": 5, "price": 1, "fee": 100 }, { "upTo": 10, "price": 2, "fee": 200 },
          { "price": 3 }] }
        """;

    private const string Volume = """
        { "kind": "volume", "steps": [{ "upTo": 5, "price": 0, "fee": 100 }, { "upTo": 10, "price": 0, "fee": 150 },
          { "upTo": 15, "price": 10 }, { "price": 5 }] }
        """;

    private const string FeeOrUnits = """
        { "kind": "volume", "steps": [{ "upTo": 5, "price": 0, "fee": 100 }, { "price": 10 }] }
        """;

    private const string PassedOn = """{ "kind": "flat", "price": 1.33333 }""";

    private readonly PublishedRate _rate = new();

    [Theory]
    [InlineData(PassedOn, "10", "13.33")]
    [InlineData(Ten, "5", "50")]
    [InlineData(Ten, "5 8", "50 30")]
    [InlineData(Ten, "5 5", "50 0")]
    [InlineData(Ten, "8 5", "80 -30")]
    [InlineData(Ten, "5 0", "50 -50")]
    [InlineData(Small, "333 666", "0.33 0.34")]
    [InlineData(Small, "1 2", "0 0")]
    [InlineData(Package, "1", "15")]
    [InlineData(Package, "1 9 10", "15 0 0")]
    [InlineData(Package, "9 11", "15 15")]
    [InlineData(Package, "1 31", "15 45")]
    [InlineData(Package, "9 1", "15 0")]
    [InlineData(Package, "11 9", "30 -15")]
    [InlineData(Package, "1 0", "15 -15")]
    [InlineData(Tiers, "3 5", "3 2")]
    [InlineData(Tiers, "3 7", "3 6")]
    [InlineData(Tiers, "3 12", "3 18")]
    [InlineData(Tiers, "5 3", "5 -2")]
    [InlineData(Tiers, "7 3", "9 -6")]
    [InlineData(Fees, "3 4", "103 1")]
    [InlineData(Fees, "3 7", "103 206")]
    [InlineData(Volume, "12 14", "120 20")]
    [InlineData(Volume, "15 16 16", "150 -70 0")]
    [InlineData(Volume, "15 15 16", "150 0 -70")]
    [InlineData(Volume, "5 7", "100 50")]
    [InlineData(FeeOrUnits, "5 6", "100 -40")]
    public async Task Bills_the_difference(string price, string quantities, string billed)
    {
        Assert.Equal(billed, await Corrected(Use(price), quantities, isNextBill: true));
        Assert.Equal(billed, await Corrected(Use(price), quantities, isNextBill: false));
    }

    // Lines of progressive billing are rounded each, as rating/detailedline.go does (RoundToPrecision of what the line
    // has itself), where the delta engine above makes up for it.
    [Theory]
    [InlineData(Small, "333 666", "0.33 0.33")]
    [InlineData(Small, "333 666 999", "0.33 0.33 0.33")]
    [InlineData(Small, "4 8 12 16", "0 0 0 0")]
    [InlineData(PassedOn, "70 120", "93.33 66.67")]
    [InlineData(Ten, "8 5", "80 -30")]
    public async Task Lines_that_are_rounded_each(string price, string quantities, string billed)
    {
        Assert.Equal(billed, await Corrected(Use(price), quantities, isNextBill: true, "each"));
        Assert.Equal(billed, await Corrected(Use(price), quantities, isNextBill: false, "each"));
    }

    [Theory]
    // …MaximumSpendClampsCumulativeAmount and …MaximumSpendWithTierRepricing: at most 100 a month.
    [InlineData(Ten, "8 12", "80 20")]
    [InlineData(Volume, "15 16", "100 -20")]
    public async Task A_maximum_is_of_all_that_is_billed(string price, string quantities, string billed)
    {
        var charges = Use(price) + ", " + Charge("cap", "most", """ "per": "month", "amount": 100 """);

        Assert.Equal(billed, await Corrected(charges, quantities, isNextBill: true));
        Assert.Equal(billed, await Corrected(charges, quantities, isNextBill: false));
    }

    // …UsageDiscountWithTierRepricing: the first five are free.
    [Fact]
    public async Task Free_units_are_of_all_that_is_billed() => Assert.Equal("150 -70", await Corrected(
        Use(Volume, """, "counting": { "free": 5 } """), "20 21", isNextBill: true));

    // …MinimumCommitmentOnlyOnFinalPhase, with the minimum in the first bill of the month: it is not due again.
    [Theory]
    [InlineData("10 10", "100 0")]
    [InlineData("10 15", "100 50")]
    [InlineData("10 5", "100 0")]
    public async Task A_minimum_is_made_up_for_once(string quantities, string billed) => Assert.Equal(
        billed,
        await Corrected(
            Use(Ten) + ", " + Charge("commitment", "least", """ "per": "month", "amount": 100 """), quantities, false));

    [Fact]
    public async Task A_setup_fee_and_a_discount_stand_as_they_were_billed()
    {
        var charges = string.Join(", ", Use(Ten), Charge("one-off", "setup", """ "amount": 40 """),
            Charge("discount", "once", """ "amount": 5, "bills": 1 """));

        Assert.Equal("85 20 -10", await Corrected(charges, "5 7 6", isNextBill: false));
    }

    [Fact]
    public async Task What_is_billed_for_a_year_is_not_given_back_in_the_next_month()
    {
        var charges = string.Join(", ", Use(Ten),
            Charge("subscription", "plan", """
                "per": "year", "inAdvance": true, "price": { "kind": "flat", "price": 120 }
                """));
        var bills = await Bills(
            "--tariff", _rate.Tariff(charges), "--usage", _rate.File("events.csv", Events("5")),
            "--from", "2025-01-01", "--to", "2025-04-01");

        Assert.Equal([170m, 0m, 0m], bills.EnumerateArray().Select(static bill => Sums(bill).Net));
    }

    [Fact]
    public async Task A_maximum_of_a_year_and_a_prepaid_year_go_on_from_month_to_month()
    {
        var usage = _rate.File("year.csv", "id,time,name,quantity\n" + string.Concat(
            Enumerable.Range(1, 5).Select(static month => $"{month},2025-0{month}-10T00:00:00Z,use,1\n")));
        var most = Use(Ten) + ", " + Charge("cap", "most", """ "per": "year", "amount": 25 """);
        var prepaid = Use(Ten) + ", "
            + Charge("commitment", "paid", """ "per": "year", "amount": 100, "prepaid": true """);

        Assert.Equal([10m, 10m, 5m, 0m, 0m], await Months(most, usage));
        Assert.Equal([100m, 0m, 0m, 0m, 0m], await Months(prepaid, usage));
    }

    public void Dispose() => _rate.Dispose();

    private async Task<IEnumerable<decimal>> Months(string charges, string usage)
    {
        var bills = await Bills(
            "--tariff", _rate.Tariff(charges), "--usage", usage, "--from", "2025-01-01", "--to", "2025-06-01");
        return bills.EnumerateArray().Select(static bill => Sums(bill).Net);
    }

    // January is rated first; then it again with its state, or the month after it with the events of January.
    private async Task<string> Corrected(
        string charges, string quantities, bool isNextBill, string rounding = "whole")
    {
        var tariff = _rate.Tariff(charges);
        var totals = new List<string>();
        foreach (var (quantity, index) in quantities.Split(' ').Select(static (value, index) => (value, index)))
        {
            var month = isNextBill ? index + 1 : 1;
            var total = await RateCommand.Total(
            [
                "--tariff", tariff, "--usage", _rate.File("events.csv", Events(quantity)),
                "--from", $"2025-0{month}-01", "--to", $"2025-0{month + 1}-01", "--set", "zero-quantity-fee=none",
                "--set", $"difference-rounding={rounding}",
                "--state-out", _rate.PathOf($"state-{index}"),
                .. index == 0 ? Array.Empty<string>() : ["--state", _rate.PathOf($"state-{index - 1}")],
            ]);
            totals.Add(total.Replace(".00", "", StringComparison.Ordinal));
        }
        return string.Join(' ', totals);
    }
}
