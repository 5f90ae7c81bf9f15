using System.Collections.Immutable;
using System.Globalization;
using NodaTime;

namespace BillingActors.Domain.Rating.Events;

/// <summary>Something a customer did that a charge counts, such as a call of an interface or a payment.</summary>
/// <param name="Id">Id of the source; the same event delivered twice counts once.</param>
/// <param name="At">When it happened.</param>
/// <param name="Name">What happened, such as "api-call".</param>
/// <param name="Quantity">Its quantity, or null.</param>
/// <param name="Amount">Its amount of money, or null.</param>
/// <param name="Properties">What else is known, such as region; names of fields to their texts.</param>
public sealed record UsageEvent(
    string Id,
    Instant At,
    string Name,
    decimal? Quantity,
    decimal? Amount,
    ImmutableSortedDictionary<string, string> Properties)
{
    // No thousands: "1,5" is no fifteen.
    private const NumberStyles Plain = NumberStyles.Float;

    /// <summary>A field as text: "quantity", "amount", "name" or a property; empty where it is absent.</summary>
    public string Text(string field) => field switch
    {
        "quantity" => Quantity?.ToString(CultureInfo.InvariantCulture) ?? "",
        "amount" => Amount?.ToString(CultureInfo.InvariantCulture) ?? "",
        "name" => Name,
        _ => Properties.GetValueOrDefault(field, ""),
    };

    /// <summary>A field as a number, or null where it is none.</summary>
    public decimal? Number(string field) => field switch
    {
        "quantity" => Quantity,
        "amount" => Amount,
        _ => decimal.TryParse(Text(field), Plain, CultureInfo.InvariantCulture, out var number)
            ? number
            : null,
    };

    /// <summary>Whether the other says the same of the same event.</summary>
    public bool IsSame(UsageEvent other) =>
        Id == other.Id && At == other.At && Name == other.Name && Quantity == other.Quantity && Amount == other.Amount
        && Properties.SequenceEqual(other.Properties);
}
