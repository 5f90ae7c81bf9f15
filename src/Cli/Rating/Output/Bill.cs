using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace BillingActors.Cli.Rating.Output;

/// <summary>One bill as it is printed.</summary>
/// <param name="From">First day.</param>
/// <param name="To">End day, exclusive.</param>
/// <param name="Lines">Its lines.</param>
/// <param name="Subtotal">Sum of the lines.</param>
/// <param name="Tax">Sum of the taxes.</param>
/// <param name="Total">What is to be paid.</param>
internal sealed record Bill(
    string From, string To, ImmutableArray<BillLine> Lines, string Subtotal, string Tax, string Total)
{
    /// <summary>Its taxes, where a file of taxes was given.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<BillTax>? Taxes { get; init; }

    /// <summary>Wording for the document, where there is any.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableArray<string>? Notes { get; init; }
}
