using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Cli.Demo.Reference;

/// <summary>
/// Converts rates of the U.S. rate database: fixed and minimum charge, energy by tier and by month and hour.
/// </summary>
internal static class RateDatabase
{
    private const string Category = "none";
    private static readonly string[] Demand = ["demandratestructure", "flatdemandstructure"];

    /// <summary>Converts the rate of a file, as the service answers it or as it is stored by others.</summary>
    /// <exception cref="UnsupportedTariffException">It says something that is not converted.</exception>
    public static TariffDocument Convert(string id, JsonDocument file, string zone)
    {
        var rate = RateOf(file.RootElement);
        foreach (var demand in Demand)
            if (rate.TryGetProperty(demand, out _))
                throw new UnsupportedTariffException(
                    $"has {demand}: charges per kW by month and hour are not converted");
        var (price, calendar) = RateHours.Convert(rate);
        var charges = ImmutableArray.CreateBuilder<ChargeDocument>();
        if (Number(rate, "fixedchargefirstmeter") is { } fixedCharge)
            charges.Add(new ChargeDocument.Fixed(
                "customer", "Customer charge", Category, Per(rate, "fixedchargeunits"), fixedCharge));
        charges.Add(new ChargeDocument.Usage("energy", "Energy", Category, "import", "kWh", price));
        if (Number(rate, "mincharge") is { } minimum)
            charges.Add(new ChargeDocument.Minimum(
                "minimum", "Minimum charge", Category, Per(rate, "minchargeunits"), minimum));
        ImmutableArray<CalendarDocument>? calendars = calendar is null ? null : [calendar];
        var version = new TariffVersionDocument(1, new DateOnly(2000, 1, 1), charges.ToImmutable(),
            Calendars: calendars);
        var name = rate.TryGetProperty("name", out var named) ? named.GetString()! : id;
        return new TariffDocument(id, name, "USD", [version], zone);
    }

    private static JsonElement RateOf(JsonElement file)
    {
        if (file.ValueKind == JsonValueKind.Array)
            return file.EnumerateArray().First();
        return file.TryGetProperty("items", out var items) ? items.EnumerateArray().First() : file;
    }

    private static string Per(JsonElement rate, string name) =>
        (rate.TryGetProperty(name, out var unit) ? unit.GetString() : null) switch
        {
            "$/month" => "month",
            "$/day" => "day",
            "$/year" => "year",
            var other => throw new UnsupportedTariffException(
                string.Create(CultureInfo.InvariantCulture, $"has a charge per '{other}', not per day, month or year")),
        };

    private static decimal? Number(JsonElement rate, string name) =>
        rate.TryGetProperty(name, out var number) && number.ValueKind == JsonValueKind.Number ? number.GetDecimal()
            : null;
}
