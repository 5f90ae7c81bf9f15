using BillingActors.Domain.Rating;
using BillingActors.Domain.Tax.Terms;

namespace BillingActors.Domain.Tax.Working;

/// <summary>A line, or the days of it that are taxed alike.</summary>
/// <param name="Line">The line as it is billed.</param>
/// <param name="Treatment">Its taxes.</param>
/// <param name="Prices">Whether its price holds them.</param>
/// <param name="DayShare">Its part of the days of the line it was cut from.</param>
internal sealed record TaxPiece(RatedLine Line, TaxTreatment Treatment, TaxPrices Prices, decimal DayShare)
{
    /// <summary>Quantity with the sign of the amount: a credit gives back what was taken by unit.</summary>
    public decimal SignedQuantity => Line.Amount.Minor switch
    {
        < 0 => -Math.Abs(Line.Quantity),
        > 0 => Math.Abs(Line.Quantity),
        _ => Line.Quantity,
    };
}
