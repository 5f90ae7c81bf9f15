using System.Collections.Immutable;
using System.Globalization;
using System.IO.Compression;
using System.Text.Json;
using System.Text.RegularExpressions;
using BillingActors.Cli.Demo.Reference;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Gateway.Tests.RealData;

/// <summary>
/// Invoices of real files on published prices, against sums worked out here from the text of the files: no type of the
/// engine takes part in the expected figures.
/// </summary>
[Trait("Group", "ReferenceData")]
public sealed partial class RealDataInvoicesTests
{
    /// <summary>From the 18th to the 18th: the year of the file in twelve months.</summary>
    private static readonly ImmutableArray<DateOnly> TwelveMonths =
        [.. Enumerable.Range(0, 13).Select(month => new DateOnly(2022, 5, 18).AddMonths(month))];

    private static string YearFile => ReferenceFolder.File(
        "nem12-aemo", "interval-year", "64070000001_20220518_20230518_20230519185451_UNITEDENERGY_VEC.csv");

    private static string OffersFile => ReferenceFolder.File("au-tariffs-unsw", "AllTariffs_Retail.json");

    [Fact]
    public async Task A_year_of_half_hours_on_a_flat_offer()
    {
        // TR0028 as published: 0.91 a day, 0.1487 a kWh; GST is 10 % of the net amount.
        var halfHours = HalfHourYear.Import(YearFile);
        await using var billing = await RealDataBilling.Start(TwelveMonths[0]);

        var invoices = await billing.Bill(YearFile, "6407000000", Offer("TR0028"), TwelveMonths);

        Assert.Equal(12, invoices.Count);
        for (var month = 0; month < 12; month++)
        {
            var (from, until) = (TwelveMonths[month], TwelveMonths[month + 1]);
            var kwh = halfHours.Where(value => IsIn(value.Local, from, until)).Sum(value => value.Kwh);
            var supply = Cents((until.DayNumber - from.DayNumber) * 0.91m);
            var energy = Cents(kwh * 0.1487m);
            AssertBill(invoices[month], supply + energy, Cents((supply + energy) / 10m));
        }
    }

    [Fact]
    public async Task A_year_of_half_hours_on_an_offer_by_hours()
    {
        // TR0042 as published: 1.0604 a day; weekdays 14 to 20 peak, 7 to 14 and 20 to 22 shoulder; weekends 7 to 22
        // shoulder of its own name; all nights off peak. Each price is a line, and each line is rounded by itself.
        var halfHours = HalfHourYear.Import(YearFile);
        await using var billing = await RealDataBilling.Start(TwelveMonths[0]);

        var invoices = await billing.Bill(YearFile, "6407000000", Offer("TR0042"), TwelveMonths);

        Assert.Equal(12, invoices.Count);
        for (var month = 0; month < 12; month++)
        {
            var (from, until) = (TwelveMonths[month], TwelveMonths[month + 1]);
            var ofMonth = halfHours.Where(value => IsIn(value.Local, from, until)).ToList();
            var net = Cents((until.DayNumber - from.DayNumber) * 1.0604m)
                + Cents(KwhIn("peak") * 0.531432m)
                + Cents(KwhIn("shoulder") * 0.24161280000000002m)
                + Cents(KwhIn("weekend") * 0.24161280000000002m)
                + Cents(KwhIn("night") * 0.14752320000000002m);
            AssertBill(invoices[month], net, Cents(net / 10m));

            decimal KwhIn(string hours) =>
                ofMonth.Where(value => HoursOf(value.Local) == hours).Sum(value => value.Kwh);
        }
    }

    [Fact]
    public async Task An_accumulation_read_of_the_industry_scenarios()
    {
        // 250,NEM1311011,11,1,11,,11011,E,0000964.00,20041001…,0001848.00,20050101…,884,KWH: 92 days, 884 kWh.
        var file = ReferenceFolder.File("nem12-aemo", "scenarios-nem13", "NEM13_Scenario11_ETSAMDP_NEMMCO.csv");
        var fields = File.ReadLines(file).Single(line => line.StartsWith("250", StringComparison.Ordinal)).Split(',');
        var (opening, closing) = (fields[8], fields[13]);
        var kwh = decimal.Parse(closing, CultureInfo.InvariantCulture)
            - decimal.Parse(opening, CultureInfo.InvariantCulture);
        var (from, until) = (new DateOnly(2004, 10, 1), new DateOnly(2005, 1, 1));
        await using var billing = await RealDataBilling.Start(from);

        var invoice = Assert.Single(await billing.Bill(file, "NEM1311011", Offer("TR0028"), [from, until]));

        Assert.Equal(884m, kwh);
        var net = Cents(92 * 0.91m) + Cents(kwh * 0.1487m); // 83.72 + 131.45
        Assert.Equal(215.17m, net);
        AssertBill(invoice, net, Cents(net / 10m));
    }

    [Fact]
    public async Task A_month_of_a_green_button_feed()
    {
        // June 2011 in New York is 1 June 04:00 to 1 July 04:00 UTC. The rate: 15.75 a month, 0.06821 + 0.03726 a kWh.
        var file = ReferenceFolder.File("green-button-espi", "Premise1_2011_GreenButtonData_Texas.xml.gz");
        var rateFile = ReferenceFolder.File("urdb-raw-json", "pyopenei_fixed_charge_rate.json");
        using var rate = JsonDocument.Parse(
            await File.ReadAllBytesAsync(rateFile, TestContext.Current.CancellationToken));
        var tariff = RateDatabase.Convert("rate", rate, "America/New_York");
        var (from, until) = (Epoch(2011, 6, 1, 4), Epoch(2011, 7, 1, 4));
        var wattHours = Readings(file).Where(reading => reading.Start >= from && reading.Start < until).ToList();
        await using var billing = await RealDataBilling.Start(new DateOnly(2011, 6, 1));

        var invoice = Assert.Single(await billing.Bill(file, "", tariff, [new(2011, 6, 1), new(2011, 7, 1)]));

        Assert.Equal(720, wattHours.Count);
        var net = 15.75m + Cents(wattHours.Sum(reading => reading.Value) / 1000m * 0.10547m);
        AssertBill(invoice, net, 0m);
    }

    private static TariffDocument Offer(string id)
    {
        using var file = JsonDocument.Parse(File.ReadAllBytes(OffersFile));
        var offer = RetailOffers.In(file).Single(offer => offer.GetProperty("Tariff ID").GetString() == id);
        return RetailOffers.Convert(offer, withFeedIn: false, "Australia/Melbourne");
    }

    private static string HoursOf(DateTime local)
    {
        var isWeekend = local.DayOfWeek is DayOfWeek.Saturday or DayOfWeek.Sunday;
        return local.Hour switch
        {
            < 7 or >= 22 => "night",
            _ when isWeekend => "weekend",
            >= 14 and < 20 => "peak",
            _ => "shoulder",
        };
    }

    private static bool IsIn(DateTime local, DateOnly from, DateOnly until)
    {
        var day = DateOnly.FromDateTime(local);
        return day >= from && day < until;
    }

    private static List<(long Start, decimal Value)> Readings(string file)
    {
        using var plain = new StreamReader(new GZipStream(File.OpenRead(file), CompressionMode.Decompress));
        return
        [
            .. Reading().Matches(plain.ReadToEnd()).Select(match => (
                long.Parse(match.Groups["start"].Value, CultureInfo.InvariantCulture),
                decimal.Parse(match.Groups["value"].Value, CultureInfo.InvariantCulture))),
        ];
    }

    private static long Epoch(int year, int month, int day, int hour) =>
        new DateTimeOffset(year, month, day, hour, 0, 0, TimeSpan.Zero).ToUnixTimeSeconds();

    private static decimal Cents(decimal amount) => decimal.Round(amount, 2, MidpointRounding.AwayFromZero);

    private static void AssertBill(InvoiceView invoice, decimal net, decimal tax) =>
        Assert.Equal((net, tax, net + tax),
            (invoice.NetMinor / 100m, invoice.TaxMinor / 100m, invoice.TotalMinor / 100m));

    [GeneratedRegex(
        "<IntervalReading>.*?<start>(?<start>[0-9]+)</start>.*?<value>(?<value>[0-9]+)</value>.*?</IntervalReading>",
        RegexOptions.Singleline | RegexOptions.NonBacktracking | RegexOptions.ExplicitCapture)]
    private static partial Regex Reading();
}
