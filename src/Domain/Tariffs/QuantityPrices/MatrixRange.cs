using System.Globalization;

namespace BillingActors.Domain.Tariffs.QuantityPrices;

/// <summary>Numbers of a dimension of a matrix that a row is for, such as memory from 64 and below 128.</summary>
/// <param name="Dimension">Name of the dimension.</param>
/// <param name="From">Least of them; null: no limit.</param>
/// <param name="Below">Where they end, exclusive; null: no limit.</param>
public sealed record MatrixRange(string Dimension, decimal? From, decimal? Below)
{
    /// <summary>How a line names them: "64..128".</summary>
    public string Text => string.Create(CultureInfo.InvariantCulture, $"{From}..{Below}");

    /// <summary>Whether the text is one of them; what is no number is none.</summary>
    public bool Holds(string text) =>
        decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && !(number < From) && !(number >= Below);
}
