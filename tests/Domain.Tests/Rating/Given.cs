using System.Collections.Immutable;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tax;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Rating;

/// <summary>What the examples of rating start from: short words for tariffs, meters, days and reads.</summary>
internal static class Given
{
    public static readonly Currency Eur = Currency.Of("EUR");
    public static readonly DateTimeZone Berlin = DateTimeZoneProviders.Tzdb["Europe/Berlin"];
    public static readonly Period January = Days("2025-01-01", "2025-02-01");

    public static LocalDate Day(string text) => LocalDate.FromDateOnly(DateOnly.Parse(text, null));

    public static Period Days(string from, string until) => new(Day(from), Day(until));

    public static Money Euros(decimal amount) => new((long)(amount * 100m), Eur);

    public static ChargeHead Head(string code, string? from = null, string? until = null) =>
        new(code, code, "none", from is null ? null : Day(from), until is null ? null : Day(until));

    public static MeterSelection Import(params string[] channels) => new(Direction.Import, [.. channels], "kWh");

    public static Charge Energy(PriceModel price) => new Charge.Usage(Head("energy"), Import(), price);

    public static Charge Energy(decimal price) => Energy(new PriceModel.Flat(price));

    public static PriceModel Monthly(params (decimal? UpTo, decimal Price)[] steps) =>
        new PriceModel.Tiers(ChargePer.Month, TierMode.Graduated, TierLimit.Inclusive, Steps(steps));

    public static PriceModel Daily(params (decimal? UpTo, decimal Price)[] steps) =>
        new PriceModel.Tiers(ChargePer.Day, TierMode.Graduated, TierLimit.Inclusive, Steps(steps));

    public static ImmutableArray<Tier> Steps((decimal? UpTo, decimal Price)[] steps) =>
        [.. steps.Select(step => new Tier(step.UpTo, step.Price))];

    public static TariffVersion Version(int number, string from, params Charge[] charges) =>
        new(number, Day(from), null, [], [.. charges], []);

    public static Tariff Tariff(params TariffVersion[] versions) => new("home", "Home", Eur, Berlin, [.. versions]);

    public static Tariff Tariff(params Charge[] charges) => Tariff(Version(1, "2020-01-01", charges));

    public static Tariff With(this Tariff tariff, params TimeOfUseCalendar[] calendars) =>
        tariff with { Versions = [.. tariff.Versions.Select(version => version with { Calendars = [.. calendars] })] };

    public static Tariff With(this Tariff tariff, params TaxRule[] taxes) =>
        tariff with { Versions = [.. tariff.Versions.Select(version => version with { Taxes = [.. taxes] })] };

    public static Channel Channel(string id = "E1", int minutes = 60, int offset = 60, string unit = "kWh") =>
        new(id, unit, Direction.Import, minutes, offset);

    public static Register Register(string id = "11", int digits = 5, decimal multiplier = 1m) =>
        new(id, "kWh", Direction.Import, digits, multiplier);

    public static Meter Smart(params Channel[] channels) => new("S1", Day("2020-01-01"), null, [], [.. channels]);

    public static Meter Dial(string serial, string from, string? until, params Register[] registers) =>
        new(serial, Day(from), until is null ? null : Day(until), [.. registers], []);

    public static RatingRequest Rated(Tariff tariff, Period period, params Meter[] meters) => new(
        "C1", tariff, period, period,
        new ContractUsage(new ServicePoint("SP1", "LE1", [.. meters]), [], []), [], 5, Eur, DateTimeZone.Utc);

    public static RatingRequest With(this RatingRequest request, params IEnumerable<IntervalDay> days) =>
        request with { Usage = request.Usage with { Days = [.. days] } };

    public static RatingRequest With(this RatingRequest request, params IEnumerable<RegisterRead> reads) =>
        request with { Usage = request.Usage with { Reads = [.. reads] } };

    /// <summary>
    /// Source days that cover the local days, every interval with the value the function gives its instant.
    /// </summary>
    public static IEnumerable<IntervalDay> Load(Channel channel, Period days, Func<Instant, long> value, int scale = 0)
    {
        for (var day = days.From.PlusDays(-1); day <= days.Until; day = day.PlusDays(1))
        {
            var start = day.AtMidnight().InUtc().ToInstant() - Duration.FromMinutes(channel.OffsetMinutes);
            var values = Enumerable.Range(0, 1440 / channel.IntervalMinutes)
                .Select(i => value(start + Duration.FromMinutes(i * channel.IntervalMinutes))).ToImmutableArray();
            yield return new IntervalDay(
                "SP1", channel.Id, day, channel.IntervalMinutes, channel.OffsetMinutes, channel.Unit, scale, values,
                [new QualityRun(1, values.Length, ReadQuality.Actual)], 1, new SourceReference("I1", day.Day));
        }
    }

    public static IEnumerable<IntervalDay> Load(Channel channel, Period days, long each, int scale = 0) =>
        Load(channel, days, _ => each, scale);

    public static RegisterRead Read(string serial, string on, long value, ReadKind kind = ReadKind.Scheduled) => new(
        "SP1", "11", serial, Day(on), value, 0, ReadQuality.Actual, kind, 1, new SourceReference("R" + on, 1));

    /// <summary>The lines in short: code, tier or period, quantity, amount.</summary>
    public static string[] Short(this RatingResult result) =>
    [
        .. result.Lines
            .Select(line => FormattableString.Invariant(
                $"{line.Code} {line.TimeOfUse}{line.Tier} {line.Quantity} {line.Amount}"))
            .Select(text => text.Replace("  ", " ", StringComparison.Ordinal)),
    ];
}
