using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tariffs;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Mapping.Subscriptions;
using NodaTime;

namespace BillingActors.Grains.Mapping;

/// <summary>The tariff document and the tariff of the domain; only a tariff without problems comes through.</summary>
public static class TariffMapping
{
    /// <summary>The validated tariff, or all problems with their paths in the document.</summary>
    public static MappedTariff ToDomain(TariffDocument document)
    {
        var reading = new TariffReading();
        var tariff = new Tariff(
            document.Id,
            document.Name,
            CurrencyOf(document.Currency, reading),
            reading.Zone(document.Zone, "zone"),
            [.. document.Versions.Select((version, index) => VersionOf(version, $"versions/{index}", reading))])
        {
            Settings = RecurringReading.Settings(document.Settings, "settings", reading),
        };
        // What could not be read would only show again as wrong values.
        var problems = reading.Problems.IsEmpty ? TariffValidation.ProblemsOf(tariff) : reading.Problems;
        return new MappedTariff(problems.IsEmpty ? tariff : null, problems);
    }

    private static Currency CurrencyOf(string code, TariffReading reading)
    {
        if (Currency.IsCode(code))
            return Currency.Of(code);
        reading.Add("currency", "unknown-currency", $"\"{code}\" is no currency code such as \"EUR\".");
        return default;
    }

    private static TariffVersion VersionOf(TariffVersionDocument document, string path, TariffReading reading) => new(
        document.Number,
        LocalDate.FromDateOnly(document.ValidFrom),
        document.ValidUntil is { } until ? LocalDate.FromDateOnly(until) : null,
        [.. Listed(document.Calendars).Select((calendar, index) =>
            TariffCalendarMapping.ToDomain(calendar, $"{path}/calendars/{index}", reading))],
        [.. document.Charges.Select((charge, index) =>
            TariffChargeMapping.ToDomain(charge, $"{path}/charges/{index}", reading)).OfType<Charge>()],
        [.. Listed(document.Taxes).Select((tax, index) =>
            TaxMapping.RuleOf(tax, $"{path}/taxes/{index}", reading))])
    {
        Buckets = [.. Listed(document.Buckets).Select((bucket, index) =>
            TariffBucketMapping.ToDomain(bucket, $"{path}/buckets/{index}", reading))],
        Events = [.. Listed(document.Events).Select((list, index) =>
            TariffSeriesMapping.ToDomain(list, $"{path}/events/{index}", reading))],
        Series = [.. Listed(document.Series).Select((series, index) =>
            TariffSeriesMapping.ToDomain(series, $"{path}/series/{index}", reading))],
        ExistingFrom = document.ExistingFrom is { } day ? LocalDate.FromDateOnly(day) : null,
    };

    private static ImmutableArray<T> Listed<T>(ImmutableArray<T>? listed) => listed ?? [];
}
