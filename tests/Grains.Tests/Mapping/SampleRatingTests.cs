using System.Collections.Immutable;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.State;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Mapping;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Grains.Tests.Mapping;

/// <summary>Each sample of a price or charge is rated to the cent; the sums are worked in the comments.</summary>
public sealed class SampleRatingTests
{
    private static readonly Period July = new(new LocalDate(2025, 7, 1), new LocalDate(2025, 8, 1));

    [Fact]
    public void Hours_of_use()
    {
        // 50 kW: 475.00. 200 hours are 10,000 kWh: 3,000 × 0.14 + 7,000 × 0.12; 2,000 × 0.05. Least 5 × 300 kW = 1,500.
        var request = Determined("hours-use", July, 50m, ("energy", DeterminantQuantity.Of(12_000m)));

        AssertLines(
            Set(request, "installed-kw", "300"),
            "demand  50 475.00", "energy 1.1 3000 420.00", "energy 1.2 7000 840.00", "energy 2 2000 100.00");
        // 1,835 are 165 short of 400 kW × 5.
        Assert.Equal(165.00m, ContractRating.Rate(Set(request, "installed-kw", "400")).Lines[^1].Amount.ToDecimal());
    }

    [Fact]
    public void Critical_peak()
    {
        // One kWh an hour on Monday 14 July: 12 × 0.30, 12 × 0.15; 5 × 0.60, 19 × −0.01; 10 − 5 saved at 1.25.
        var day = new Period(new LocalDate(2025, 7, 14), new LocalDate(2025, 7, 15));

        AssertLines(
            Metered("critical-peak", day, -480),
            "energy day 12 3.60", "energy night 12 1.80", "critical event 5 3.00", "critical  19 -0.19",
            "saved event 5 -6.25");
    }

    [Fact]
    public void Hourly()
    {
        // Σ 0.050 + 0.005 h = 2.58 and Σ 0.150 − 0.005 h = 2.22: 4.80 × 1.04 + 48 × 0.0125 = 5.592.
        var days = new Period(new LocalDate(2025, 6, 1), new LocalDate(2025, 6, 3));

        AssertLines(Metered("hourly", days, 60), "energy  48 5.59");
    }

    [Fact]
    public void Net_metering()
    {
        // Day 100 − 160: 60 more in its bank of 15; night 200 − 40 = 160 at 0.11.
        var request = Determined(
            "net-metering", July, null, ("import", Parts(100m, 200m)), ("export", Parts(160m, 40m))) with
        {
            State = RatingState.Empty with { Banks = [new EnergyBank("net", "day", "kWh", 15m, new(2025, 6, 1))] },
        };

        AssertLines(request, "base  1 8.00", "energy night 160 17.60");
        Assert.Equal(75m, ContractRating.Rate(request).State.Banks.Sum(bank => bank.Quantity));
        // In December the rest is paid: 75 at 0.03.
        var december = new Period(new LocalDate(2025, 12, 1), new LocalDate(2026, 1, 1));
        var last = Determined("net-metering", december, null, ("import", Parts(0m, 0m)), ("export", Parts(0m, 0m)));
        AssertLines(
            last with { State = ContractRating.Rate(request).State },
            "base  1 8.00", "net day 75 -2.25", "energy day 0 0.00");
    }

    [Fact]
    public void Net_billing()
    {
        // 200 × 0.14 = 28.00; 300 × 0.076 = 22.80 for the next bill; 26.00 of June are used: 14.00 in all.
        var request = Determined(
            "net-billing", July, null,
            ("import", DeterminantQuantity.Of(200m)), ("export", DeterminantQuantity.Of(300m))) with
        {
            State = RatingState.Empty with { Banks = [new EnergyBank("credit", null, "USD", 26m, new(2025, 6, 1))] },
        };

        AssertLines(
            request,
            "base  1 12.00", "energy  200 28.00", "export  300 -22.80", "credit  1 22.80", "credit  1 -26.00",
            "least  1 1.00");
    }

    [Fact]
    public void Tiers_by_period_with_components_and_a_discount()
    {
        // 310 kWh of 620 in the first tier: a quarter of each tier by night. 77.5 × 0.20, 232.5 × 0.30, 77.5 × 0.30,
        // 232.5 × 0.40; 620 × 0.04512 = 27.97; 620 × −0.00213 = −1.32; 20 % of 229.47 is more than 30.
        AssertLines(
            Determined("tiers-by-period", July, null, ("energy", Parts(465m, 155m)), ("import", Parts(465m, 155m))),
            "energy day1 232.5 69.75", "energy day2 232.5 93.00",
            "energy night1 77.5 15.50", "energy night2 77.5 23.25",
            "wires  620 27.97", "fuel  620 -1.32", "care  229.47 -30.00", "franchise  198.15 3.96");
    }

    [Fact]
    public void Street_lights()
    {
        var request = Set(Determined("street-lights", July, null), "items", "40");

        AssertLines(request, "lamp  40 256.00", "post  1 1.20");
        // A first part is free.
        AssertLines(
            request with { Service = new Period(new LocalDate(2025, 7, 9), July.Until) }, "post  1 1.20");
    }

    private static void AssertLines(RatingRequest request, params string[] lines)
    {
        var result = ContractRating.Rate(request);
        Assert.Empty(result.Holds);
        Assert.Equal(lines, result.Lines.Select(line => FormattableString.Invariant(
            $"{line.Code} {line.TimeOfUse}{line.Tier} {line.Quantity} {line.Amount.ToDecimal():0.00}")).ToArray());
    }

    private static RatingRequest Set(RatingRequest request, string name, string text) =>
        request with { Settings = request.Settings.With(name, text, out _)! };

    private static RatingRequest Determined(
        string sample, Period days, decimal? demand, params (string Name, DeterminantQuantity Quantity)[] quantities)
    {
        var demands = demand is { } kW ? new[] { ("demand", DeterminantQuantity.Of(kW)) } : [];
        return Request(sample, days, ContractUsage.None) with
        {
            Determinants = new DeterminantUsage([new DeterminantPeriod(days, Named(quantities), Named(demands))]),
        };
    }

    private static RatingRequest Metered(string sample, Period days, int offset)
    {
        var channel = new Channel("E1", "kWh", Direction.Import, 60, offset);
        var point = new ServicePoint("SP1", "LE1", [new Meter("M1", new LocalDate(2020, 1, 1), null, [], [channel])]);
        var values = Enumerable.Repeat(1L, 24).ToImmutableArray();
        var load = Enumerable.Range(-1, days.Days + 2).Select(index => new IntervalDay(
            "SP1", "E1", days.From.PlusDays(index), 60, offset, "kWh", 0, values,
            [new QualityRun(1, 24, ReadQuality.Actual)], 1, new SourceReference("I1", index + 2)));
        return Request(sample, days, new ContractUsage(point, [.. load], []));
    }

    private static RatingRequest Request(string sample, Period days, ContractUsage usage)
    {
        var mapped = TariffMapping.ToDomain(TariffJson.Read(File.ReadAllText(PathOf(sample))));
        Assert.Empty(mapped.Problems);
        return new RatingRequest(
            "C1", mapped.Tariff!, days, days, usage, [], 5, mapped.Tariff!.Currency, DateTimeZone.Utc);
    }

    private static DeterminantQuantity Parts(decimal day, decimal night) => new(
        null,
        ImmutableSortedDictionary.CreateRange(
            StringComparer.Ordinal, [KeyValuePair.Create("day", day), KeyValuePair.Create("night", night)]));

    private static ImmutableSortedDictionary<string, DeterminantQuantity> Named(
        (string Name, DeterminantQuantity Quantity)[] entries) =>
        entries.ToImmutableSortedDictionary(entry => entry.Name, entry => entry.Quantity, StringComparer.Ordinal);

    private static string PathOf(string sample)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "BillingActors.sln")))
            folder = folder.Parent;
        return Path.Combine(folder!.FullName, "samples", "tariffs", sample + ".json");
    }
}
