using System.Collections.Immutable;

namespace BillingActors.Domain.Tariffs.QuantityPrices;

/// <summary>The price of some values of the dimensions of a matrix.</summary>
/// <param name="Values">One value per dimension; "*" fits any.</param>
/// <param name="Price">Its price.</param>
public sealed record MatrixRow(ImmutableArray<string> Values, PriceModel Price)
{
    /// <summary>The value that fits any.</summary>
    public const string Any = "*";

    private const char Separator = '/';

    /// <summary>Dimensions whose value is a number within limits, in the place of one value.</summary>
    public ImmutableArray<MatrixRange> Ranges { get; init; } = [];

    /// <summary>Whether the row is for these values of the dimensions.</summary>
    public bool Fits(ImmutableArray<string> dimensions, ReadOnlySpan<string> values)
    {
        for (var i = 0; i < Values.Length; i++)
        {
            if (Values[i] != Any && Values[i] != values[i])
                return false;
            if (RangeOf(dimensions[i]) is { } range && !range.Holds(values[i]))
                return false;
        }
        return true;
    }

    /// <summary>How a line names the row.</summary>
    public string Label(ImmutableArray<string> dimensions) => Ranges.IsEmpty
        ? string.Join(Separator, Values)
        : string.Join(Separator, Values.Select((value, i) => RangeOf(dimensions[i])?.Text ?? value));

    private MatrixRange? RangeOf(string dimension)
    {
        foreach (var range in Ranges)
        {
            if (range.Dimension == dimension)
                return range;
        }
        return null;
    }
}
