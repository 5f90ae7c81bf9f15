using System.Collections.Immutable;

namespace BillingActors.Domain.Tariffs.QuantityPrices;

/// <summary>The price of some values of the dimensions of a matrix.</summary>
/// <param name="Values">One value per dimension; "*" fits any.</param>
/// <param name="Price">Its price.</param>
public sealed record MatrixRow(ImmutableArray<string> Values, PriceModel Price)
{
    /// <summary>The value that fits any.</summary>
    public const string Any = "*";

    /// <summary>Whether the row is for these values.</summary>
    public bool Fits(ReadOnlySpan<string> values)
    {
        for (var i = 0; i < Values.Length; i++)
        {
            if (Values[i] != Any && Values[i] != values[i])
                return false;
        }
        return true;
    }
}
