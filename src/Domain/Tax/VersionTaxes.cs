using System.Collections.Immutable;
using BillingActors.Domain.Tariffs.Metered;
using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Domain.Tax.Terms;

namespace BillingActors.Domain.Tax;

/// <summary>The tax rules of one tariff version, for the lines it priced.</summary>
/// <param name="TariffVersion">"tariff@version", as on the lines.</param>
/// <param name="Rules">Rules in the order in which they are computed.</param>
public sealed record VersionTaxes(string TariffVersion, ImmutableArray<TaxRule> Rules)
{
    /// <summary>How the rules are applied where no jurisdiction says.</summary>
    public TaxTerms Terms { get; init; } = TaxTerms.Default;

    /// <summary>Whether the prices of the version include tax, and what becomes of it where none is due.</summary>
    public TaxPrices Prices { get; init; }

    /// <summary>What the bill comes to at least and at most with its taxes; null: there are no limits.</summary>
    public TotalLimits? Limits { get; init; }

    /// <summary>What the limits are in a bill of a part of its period.</summary>
    public LimitPart LimitPart { get; init; }

    /// <summary>How the total of the bill is rounded; null: not at all.</summary>
    public MultipleRounding? Total { get; init; }

    /// <summary>What the customer reads where it is.</summary>
    public string TotalText { get; init; } = "";

    /// <summary>The rules with what the settings of tariff and contract say of them.</summary>
    public static VersionTaxes Of(
        string tariffVersion, ImmutableArray<TaxRule> rules, RatingSettings settings) => new(tariffVersion, rules)
        {
            Terms = TaxTerms.Of(settings),
            Prices = settings.Of(TaxSettings.Prices),
            Limits = TotalSettings.LimitsOf(settings),
            LimitPart = settings.Of(TotalSettings.Part),
            Total = TotalSettings.RoundingOf(settings),
            TotalText = settings.Of(TotalSettings.Text),
        };
}
