using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tax;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Offline;

/// <summary>The bill of one period: what it was rated to, with its taxes.</summary>
/// <param name="Days">The days it is for.</param>
/// <param name="Rating">Its lines with the state for the next bill, or the reasons to hold it.</param>
/// <param name="Taxes">Taxes on its lines.</param>
/// <param name="Currency">Currency of all its amounts.</param>
public sealed record PeriodBill(
    Period Days, RatingResult Rating, ImmutableArray<TaxLine> Taxes, Currency Currency)
{
    /// <summary>The sum of the lines.</summary>
    public Money Subtotal => Money.Sum(Currency, Rating.Lines.Select(static line => line.Amount));

    /// <summary>The sum of the taxes.</summary>
    public Money Tax => Money.Sum(Currency, Taxes.Select(static tax => tax.Amount));

    /// <summary>What is to be paid.</summary>
    public Money Total => Subtotal + Tax;

    /// <summary>Whether it must be held, so that nothing after it can be rated either.</summary>
    public bool IsHeld => !Rating.Holds.IsEmpty;

    /// <summary>The bill of a rating.</summary>
    public static PeriodBill Of(Period days, RatingResult rating, Currency currency) =>
        new(days, rating, TaxCalculation.Of(rating.Lines, rating.Taxes, currency), currency);
}
