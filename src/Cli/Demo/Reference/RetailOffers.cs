using System.Collections.Immutable;
using System.Text.Json;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Cli.Demo.Reference;

/// <summary>
/// Converts published Australian retail offers: daily charge, flat, block and time-of-use prices, feed-in.
/// </summary>
internal static class RetailOffers
{
    private const string Category = "standard";
    private static readonly string[] Known = ["Daily", "FiT", "FlatRate", "TOU", "BlockDaily"];
    private static readonly TaxDocument Gst = new("GST", "GST 10 %", 10m, [Category]);

    /// <summary>The offers of a file.</summary>
    public static IEnumerable<JsonElement> In(JsonDocument file) =>
        file.RootElement.EnumerateArray().SelectMany(group => group.GetProperty("Tariffs").EnumerateArray());

    /// <summary>Converts an offer, with its feed-in price or without.</summary>
    /// <exception cref="UnsupportedTariffException">It says something that is not converted.</exception>
    public static TariffDocument Convert(JsonElement offer, bool withFeedIn, string zone)
    {
        var parameters = offer.GetProperty("Parameters");
        foreach (var parameter in parameters.EnumerateObject())
            if (!Known.Contains(parameter.Name, StringComparer.Ordinal))
                throw new UnsupportedTariffException($"has {parameter.Name}, which is not converted");
        var (price, calendar) = PriceOf(parameters);
        var charges = ImmutableArray.CreateBuilder<ChargeDocument>();
        charges.Add(new ChargeDocument.Fixed("daily", "Daily supply charge", Category, "day",
            Priced(parameters, "Daily", "$/day")));
        charges.Add(new ChargeDocument.Usage("energy", "Energy", Category, "import", "kWh", price));
        if (withFeedIn)
            charges.Add(new ChargeDocument.Usage(
                "feed-in", "Feed-in", "none", "export", "kWh",
                    new PriceDocument.Flat(Priced(parameters, "FiT", "$/kWh"))));
        ImmutableArray<CalendarDocument>? calendars = calendar is null ? null : [calendar];
        var version = new TariffVersionDocument(
            1, new DateOnly(2000, 1, 1), charges.ToImmutable(), Calendars: calendars, Taxes: [Gst]);
        var id = offer.GetProperty("Tariff ID").GetString() + (withFeedIn ? "-feed-in" : "");
        return new TariffDocument(id, offer.GetProperty("Name").GetString()!, "AUD", [version], zone);
    }

    private static (PriceDocument Price, CalendarDocument? Calendar) PriceOf(JsonElement parameters)
    {
        if (parameters.TryGetProperty("FlatRate", out _))
            return (new PriceDocument.Flat(Priced(parameters, "FlatRate", "$/kWh")), null);
        if (parameters.TryGetProperty("BlockDaily", out var blocks))
            return (Blocks(blocks), null);
        if (parameters.TryGetProperty("TOU", out var hours))
            return OfferHours.Convert(hours);
        throw new UnsupportedTariffException("has no price for energy that is converted");
    }

    private static PriceDocument.Tiers Blocks(JsonElement blocks) => new("day",
    [
        .. blocks.EnumerateObject().Select(block => new TierDocument(
            block.Value.GetProperty("Value").GetDecimal(),
            block.Value.GetProperty("HighBound") is { ValueKind: JsonValueKind.Number } bound ? bound.GetDecimal()
                : null)),
    ]);

    private static decimal Priced(JsonElement parameters, string name, string unit)
    {
        if (!parameters.TryGetProperty(name, out var parameter)
            || !parameter.TryGetProperty("Value", out var value) || value.ValueKind != JsonValueKind.Number)
            throw new UnsupportedTariffException($"has no {name} as one number");
        return parameter.GetProperty("Unit").GetString() == unit
            ? value.GetDecimal()
            : throw new UnsupportedTariffException($"has {name} per {parameter.GetProperty("Unit")}, not {unit}");
    }
}
