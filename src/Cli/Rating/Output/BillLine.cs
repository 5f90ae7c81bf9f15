using System.Text.Json.Serialization;

namespace BillingActors.Cli.Rating.Output;

/// <summary>One line of a bill as it is printed; numbers are texts, so that no digit is lost.</summary>
internal sealed record BillLine(
    string Code,
    string Text,
    string Quantity,
    string Unit,
    string UnitPrice,
    string Amount,
    string ExactAmount,
    string? Tier,
    string? Period,
    string TariffVersion)
{
    /// <summary>Amount with the tax the price includes; absent where the price is net.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Gross { get; init; }
}
