using System.Collections.Immutable;
using BillingActors.Domain.Tariffs.Conversions;
using BillingActors.Grains.Interfaces.Tariffs;
using NodaTime;

namespace BillingActors.Grains.Mapping;

/// <summary>Conversions of a tariff document.</summary>
internal static class TariffConversionMapping
{
    public static QuantityConversion ToDomain(ConversionDocument document) => new(
        document.From,
        [.. (document.Factors ?? []).Select(static factor =>
            new ConversionFactor(factor.Name, ValuesOf(factor.Value, factor.Values), factor.Setting))],
        document.HeatingValue is { } heating
            ? new HeatingValue(
                new ConversionFactor("heating value", ValuesOf(heating.Value, heating.Values), heating.Setting),
                heating.Unit,
                heating.Per)
            : null);

    private static ImmutableArray<FactorValue> ValuesOf(
        decimal? value, ImmutableArray<FactorValueDocument>? values) =>
    [
        .. value is { } single ? [new FactorValue(null, single)] : ImmutableArray<FactorValue>.Empty,
        .. (values ?? []).Select(static entry => new FactorValue(
            entry.From is { } from ? LocalDate.FromDateOnly(from) : null, entry.Value)),
    ];
}
