using System.Collections.Immutable;
using BillingActors.Domain.Tariffs.Conversions;

namespace BillingActors.Domain.Tariffs.Settings;

/// <summary>Settings of the conversion of gas, water and heat.</summary>
public static class ConversionSettings
{
    private const decimal FactorMax = 1_000_000m;
    private const decimal DecimalsMax = 9m;

    /// <summary>Decimals of a converted quantity.</summary>
    public static readonly Setting<decimal?> Decimals = Setting.Number(
        "converted-decimals", "Decimals a converted quantity is rounded to, such as 0. Default: exact.", null,
        (0m, DecimalsMax));

    /// <summary>What is rounded.</summary>
    public static readonly Setting<ConvertedRounding> Rounding = Setting.Word(
        "converted-rounding",
        "What converted-decimals rounds: total, the sum that is billed; interval, what each interval of the meter comes"
        + " to, such as each half hour, before it is added up.",
        ("total", ConvertedRounding.Total),
        ("interval", ConvertedRounding.Interval));

    /// <summary>Energy of a volume.</summary>
    public static readonly Setting<decimal?> HeatingValue = Setting.Number(
        "heating-value", "Heating value of the contract, for conversions that name it.", null, (0.000001m, FactorMax));

    /// <summary>Correction for pressure.</summary>
    public static readonly Setting<decimal?> PressureFactor = Setting.Number(
        "pressure-factor", "Pressure correction of the contract, for conversions that name it.", null,
        (0.000001m, FactorMax));

    /// <summary>Correction for temperature.</summary>
    public static readonly Setting<decimal?> TemperatureFactor = Setting.Number(
        "temperature-factor", "Temperature correction of the contract, for conversions that name it.", null,
        (0.000001m, FactorMax));

    /// <summary>All of them.</summary>
    public static ImmutableArray<Setting> All => [Decimals, Rounding, HeatingValue, PressureFactor, TemperatureFactor];
}
