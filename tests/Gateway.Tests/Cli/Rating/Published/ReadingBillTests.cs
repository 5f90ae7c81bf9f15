using static BillingActors.Gateway.Tests.Cli.Rating.Published.PublishedRate;

namespace BillingActors.Gateway.Tests.Cli.Rating.Published;

/// <summary>Bills that exercises for programmers expect, from readings; each named.</summary>
public sealed class ReadingBillTests : IDisposable
{
    // Bulb: 24.56 pence a day and 11.949 a kWh; it rounds the sum.
    private static readonly string Bulb = "day 0.2456; kWh :0.11949; " + Charge("rounding", "sum", """ "to": 0.01 """);

    private readonly PublishedMeter _meter = new();
    private readonly PublishedRate _rate = new();

    // Bulb Energy, as github.com/kaarthikvm/pythoncookbook solves it (bulb-energy-usage, readings.json and
    // test_bill_member.py): from one reading of a register to the next, of which its tests name five.
    [Fact]
    public async Task Readings_of_a_year_at_Bulb()
    {
        string[] readings =
        [
            "2017-03-28,17580", "2017-04-15,17759", "2017-05-08,18002", "2017-06-18,18270", "2017-07-31,18453",
            "2017-08-31,18620", "2017-09-10,18682", "2017-10-27,18905", "2017-11-04,19150", "2017-12-31,19517",
            "2018-01-23,19757", "2018-02-19,20090", "2018-03-14,20276", "2018-04-29,20600",
        ];
        var reads = "service_point,register,meter,unit,direction,read_on,value,quality,kind\n"
            + string.Concat(readings.Select(static reading => $"SP,1,M,kWh,import,{reading},actual,scheduled\n"));

        var bills = await Bills(
            "--tariff", _rate.Tariff(string.Join(", ", PublishedMeter.Charges(Bulb)), currency: "GBP"),
            "--usage", _rate.File("reads.csv", reads));

        Assert.Equal(13, bills.GetArrayLength());
        Assert.Equal(
            [25.81m, 27.57m, 9.86m, 38.19m, 50.01m],
            new[] { 0, 4, 5, 6, 12 }.Select(index => Sums(bills[index]).Total).ToArray());
    }

    // The same as github.com/KamilWo/energy-usage solves it (tests/test_bill_member.py): calendar months.
    [Theory]
    [InlineData("2017-08-31..2017-09-30", 186, "29.59")]
    [InlineData("2017-09-30..2017-10-31", 43, "12.75")]
    public async Task Months_at_Bulb(string days, int kWh, string total) => Assert.Equal(
        Number(total), await _meter.Bill(days, Bulb, $$"""{ "import": { "total": {{kWh}} } }""", "GBP"));

    // Knoldus (github.com/MohikaRastogi/KUP-ASSIGNMENTS and akankshasingh04012002/Session1-Assignment1): three slabs
    // and 18 %; 842 are from 5062 to 5904.
    [Theory]
    [InlineData(842, "7073.51")]
    [InlineData(200, "1239")]
    [InlineData(150, "929.25")]
    [InlineData(500, "3643.25")]
    [InlineData(0, "0")]
    public async Task Slabs_at_Knoldus(int units, string total) => Assert.Equal(
        Number(total),
        await _meter.Month(
            "kWh/e/g 250:5.25 450:6.75 :8.50", units, settings: "INR",
            taxes: """{ "code": "GST", "text": "GST", "percent": 18, "categories": ["g"] }"""));

    public void Dispose()
    {
        _meter.Dispose();
        _rate.Dispose();
    }
}
