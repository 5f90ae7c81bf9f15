using System.Collections.Immutable;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Calls;
using BillingActors.Domain.Tariffs.Calls.Choices;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Grains.Mapping;

/// <summary>Charges for calls of a tariff document.</summary>
internal static class TariffCallMapping
{
    /// <summary>The charge, or null after a problem was noted.</summary>
    public static Charge? ToDomain(ChargeDocument.Calls document, ChargeHead head, string path, TariffReading reading)
    {
        if (CallUnit.Find(document.Unit) is not { } unit)
        {
            reading.Add($"{path}/unit", "unknown-unit", $"\"{document.Unit}\" is not one of {CallUnit.Names}.");
            return null;
        }
        var plan = new CallPlan(
            document.Event,
            unit,
            DestinationsOf(document),
            [.. document.Rates.Select((rate, index) => RateOf(rate, $"{path}/rates/{index}", reading))],
            [.. (document.Zones ?? []).Select(static zone =>
                new RoamingZone(zone.Name, zone.Networks, zone.MarkUpPercent))])
        {
            Calendar = document.Calendar,
        };
        return new Charge.Calls(head, plan);
    }

    // A rate for a prefix of its own is a rate for a destination of that name.
    private static ImmutableArray<DestinationGroup> DestinationsOf(ChargeDocument.Calls document)
    {
        var named = (document.Destinations ?? []).Select(static destination =>
            new DestinationGroup(
                destination.Name, [.. destination.Prefixes.Select(Digits)], destination.Premium));
        var prefixes = document.Rates
            .Where(static rate => rate.Destination is null)
            .Select(static rate => rate.Prefix).OfType<string>().Distinct(StringComparer.Ordinal)
            .Select(static prefix => new DestinationGroup(NameOf(prefix), [Digits(prefix)]));
        return [.. named, .. prefixes];
    }

    // International numbers are written with a plus sign as often as without, in records and in price lists.
    private static string Digits(string prefix) => prefix.StartsWith('+') ? prefix[1..] : prefix;

    private static string NameOf(string prefix) => prefix.Length == 0 ? "all" : prefix;

    private static CallRate RateOf(CallRateDocument rate, string path, TariffReading reading)
    {
        if (rate.Destination is null == rate.Prefix is null)
            reading.Add($"{path}/destination", "required", "A rate names either a destination or a prefix.");
        return new CallRate(rate.Destination ?? NameOf(rate.Prefix ?? ""), StepsOf(rate, path, reading))
        {
            Direction = DirectionOf(rate.Direction, $"{path}/direction", reading),
            Zone = rate.Zone,
            Period = rate.Period,
            Connect = rate.Connect ?? 0m,
            FreeIfShorterThan = rate.FreeIfShorterThan ?? 0m,
            Attempt = rate.Attempt,
            Least = rate.Least ?? 0m,
            Most = rate.Most,
            BeyondMost = BeyondOf(rate.BeyondMost, $"{path}/beyondMost", reading),
            Rounding = rate.Decimals is { } decimals
                ? new CallRounding(RoundingOf(rate.Rounding, $"{path}/rounding", reading), decimals)
                : null,
        };
    }

    private static ImmutableArray<CallStep> StepsOf(CallRateDocument rate, string path, TariffReading reading)
    {
        var durations = DurationsOf(rate.DurationRounding, path, reading);
        if (rate.Steps is { } steps)
        {
            if (rate.Price is not null || rate.Increment is not null || rate.FirstIncrement is not null)
                reading.Add($"{path}/steps", "required", "Steps stand in place of price and increments.");
            return
            [
                .. steps.Select((step, index) => new CallStep(step.From, step.Price, step.Increment)
                {
                    Durations = DurationsOf(step.DurationRounding, $"{path}/steps/{index}", reading) ?? durations,
                }),
            ];
        }
        if (rate.Price is not { } price)
        {
            reading.Add($"{path}/price", "required", "A rate has a price, or steps.");
            return [];
        }
        var increment = rate.Increment ?? 1;
        return
        [
            .. CallStep.Of(price, rate.FirstIncrement ?? increment, increment)
                .Select(step => step with { Durations = durations }),
        ];
    }

    private static DurationRounding? DurationsOf(string? text, string path, TariffReading reading) => reading.OneOf(
        text,
        $"{path}/durationRounding",
        ("up", DurationRounding.Up),
        ("nearest", DurationRounding.Nearest),
        ("down", DurationRounding.Down));

    private static CallDirection DirectionOf(string text, string path, TariffReading reading) =>
        reading.Word(text, path, "out or in", text switch
        {
            "out" => CallDirection.Out,
            "in" => CallDirection.In,
            _ => (CallDirection?)null,
        });

    private static BeyondMost BeyondOf(string text, string path, TariffReading reading) =>
        reading.Word(text, path, "free, disconnect or bill", text switch
        {
            "free" => BeyondMost.Free,
            "disconnect" => BeyondMost.Disconnect,
            "bill" => BeyondMost.Bill,
            _ => (BeyondMost?)null,
        });

    private static RoundingMethod RoundingOf(string text, string path, TariffReading reading) =>
        reading.Word(text, path, "half, up or down", text switch
        {
            "half" => RoundingMethod.Half,
            "up" => RoundingMethod.Up,
            "down" => RoundingMethod.Down,
            _ => (RoundingMethod?)null,
        });
}
