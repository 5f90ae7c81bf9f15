using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tariffs.Settings;

namespace BillingActors.Domain.Tax.Terms;

/// <summary>How a jurisdiction, or a tariff with taxes of its own, applies its taxes.</summary>
/// <param name="Scope">Over what a tax is summed before it is rounded.</param>
/// <param name="Mode">Which way it is rounded.</param>
/// <param name="Straddle">What becomes of a line on both sides of a change.</param>
public sealed record TaxTerms(TaxRoundingScope Scope, TaxRoundingMode Mode, TaxStraddle Straddle)
{
    /// <summary>Per rate, half up, split by days.</summary>
    public static TaxTerms Default { get; } =
        new(TaxRoundingScope.PerRate, TaxRoundingMode.HalfUp, TaxStraddle.ByDays);

    // Most tariffs and contracts set nothing.
    private static readonly TaxTerms OfNoSettings = Read(RatingSettings.Default);

    /// <summary>What is rounded where a price includes tax.</summary>
    public TaxInclusiveRounding Inclusive { get; init; }

    /// <summary>The terms some settings give.</summary>
    public static TaxTerms Of(RatingSettings settings) => settings.IsEmpty ? OfNoSettings : Read(settings);

    private static TaxTerms Read(RatingSettings settings) => new(
        settings.Of(TaxSettings.Rounding), settings.Of(TaxSettings.RoundingMode), settings.Of(TaxSettings.Straddle))
    {
        Inclusive = settings.Of(TaxSettings.InclusiveRounding),
    };

    /// <summary>An exact tax in units of the currency, rounded to minor units.</summary>
    public long Round(decimal exact, Currency currency)
    {
        var minor = exact * currency.Scale;
        return decimal.ToInt64(Mode switch
        {
            TaxRoundingMode.HalfEven => Rounding.HalfToEven(minor, 0),
            TaxRoundingMode.Up => Rounding.AwayFromZero(minor, 0),
            TaxRoundingMode.Down => Rounding.TowardsZero(minor, 0),
            _ => Rounding.HalfAwayFromZero(minor, 0),
        });
    }
}
