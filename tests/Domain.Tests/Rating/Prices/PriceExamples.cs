using System.Collections.Immutable;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Settings;
using NodaTime;
using static BillingActors.Domain.Tests.Rating.Given;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Rating.Prices;

/// <summary>What the examples of prices and charges start from: determinants, loads by hour, settings.</summary>
internal static class PriceExamples
{
    public static readonly TimeOfUseCalendar Hours = new(
        "hours", [], [], [new(null, DayKind.All, 8 * 60, 20 * 60, "day")], "night");

    /// <summary>A request with a total of the charge "energy" over the days.</summary>
    public static RatingRequest Used(Tariff tariff, Period days, decimal total, decimal? demand = null) =>
        Determined(tariff, days, demand, ("energy", DeterminantQuantity.Of(total)));

    /// <summary>A request with the use of each period of the charge "energy".</summary>
    public static RatingRequest Used(Tariff tariff, Period days, params (string Period, decimal Part)[] parts) =>
        Determined(tariff, days, null, ("energy", Parts(parts)));

    public static RatingRequest Determined(
        Tariff tariff, Period days, decimal? demand, params (string Name, DeterminantQuantity Quantity)[] quantities)
    {
        var demands = demand is { } kW ? new[] { ("demand", DeterminantQuantity.Of(kW)) } : [];
        return Rated(tariff, days) with
        {
            Determinants = new DeterminantUsage([new DeterminantPeriod(days, Named(quantities), Named(demands))]),
        };
    }

    /// <summary>Kilowatts at 1 up to a limit and at 2 above.</summary>
    public static PriceModel DemandSteps(decimal limit) => Monthly((limit, 1m), (null, 2m));

    public static DeterminantQuantity Parts(params (string Period, decimal Part)[] parts) => new(
        null, parts.ToImmutableSortedDictionary(part => part.Period, part => part.Part, StringComparer.Ordinal));

    /// <summary>An hourly meter with the kWh the function gives each local hour.</summary>
    public static RatingRequest Metered(Tariff tariff, Period days, Func<LocalDateTime, long> kWh, int scale = 0)
    {
        var channel = Channel();
        return Rated(tariff, days, Smart(channel))
            .With(Load(channel, days, at => kWh(at.InZone(Berlin).LocalDateTime), scale));
    }

    public static RatingRequest Set(this RatingRequest request, params (string Name, string Text)[] settings) =>
        request with { Settings = settings.Aggregate(request.Settings, With) };

    public static string[] Lines(this RatingRequest request)
    {
        var result = ContractRating.Rate(request);
        Assert.Empty(result.Holds);
        return result.Short();
    }

    public static decimal Total(this RatingResult result) => result.Lines.Sum(line => line.Amount.ToDecimal());

    private static RatingSettings With(RatingSettings settings, (string Name, string Text) setting)
    {
        var more = settings.With(setting.Name, setting.Text, out var problem);
        Assert.Null(problem);
        return more!;
    }

    private static ImmutableSortedDictionary<string, DeterminantQuantity> Named(
        (string Name, DeterminantQuantity Quantity)[] entries) =>
        entries.ToImmutableSortedDictionary(entry => entry.Name, entry => entry.Quantity, StringComparer.Ordinal);
}
