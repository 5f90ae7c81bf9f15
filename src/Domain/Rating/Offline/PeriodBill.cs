using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tax;
using BillingActors.Domain.Tax.Places;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Offline;

/// <summary>The bill of one period: what it was rated to, with its taxes.</summary>
/// <param name="Days">The days it is for.</param>
/// <param name="Rating">What was rated, before tax, with the state for the next bill; or the reasons to hold
/// it.</param>
/// <param name="Taxed">Its lines with their taxes.</param>
/// <param name="Currency">Currency of all its amounts.</param>
public sealed record PeriodBill(Period Days, RatingResult Rating, TaxedLines Taxed, Currency Currency)
{
    /// <summary>The lines of the bill, net.</summary>
    public ImmutableArray<RatedLine> Lines => Taxed.Lines;

    /// <summary>Taxes on its lines.</summary>
    public ImmutableArray<TaxLine> Taxes => Taxed.Taxes;

    /// <summary>The sum of the lines.</summary>
    public Money Subtotal => Money.Sum(Currency, Lines.Select(static line => line.Amount));

    /// <summary>The sum of the taxes.</summary>
    public Money Tax => Money.Sum(Currency, Taxes.Select(static tax => tax.Amount));

    /// <summary>What is to be paid.</summary>
    public Money Total => Subtotal + Tax;

    /// <summary>Why it must be held.</summary>
    public ImmutableArray<HoldReason> Holds => Rating.Holds.AddRange(Taxed.Holds);

    /// <summary>Whether it must be held, so that nothing after it can be rated either.</summary>
    public bool IsHeld => !Holds.IsEmpty;

    /// <summary>The bill of a rating, with the taxes of its tariffs.</summary>
    public static PeriodBill Of(Period days, RatingResult rating, Currency currency) =>
        new(days, rating, TaxesOf(rating, currency, TaxStanding.None, 0), currency);

    /// <summary>The same bill with the taxes of the jurisdictions of a customer.</summary>
    public PeriodBill Under(TaxStanding standing, int warningDays) =>
        this with { Taxed = TaxesOf(Rating, Currency, standing, warningDays) };

    private static TaxedLines TaxesOf(RatingResult rating, Currency currency, TaxStanding standing, int warningDays) =>
        TaxCalculation.Of(new TaxRequest(rating.Lines, rating.Taxes, currency)
        {
            Standing = standing,
            WarningDays = warningDays,
        });
}
