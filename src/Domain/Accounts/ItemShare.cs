using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Accounts;

/// <summary>
/// An amount taken from, or given back to, an open item. It says all of the item, so that one that is settled, and kept
/// nowhere else, comes back as it was.
/// </summary>
/// <param name="ItemId">The item.</param>
/// <param name="Number">The number it bears.</param>
/// <param name="OriginalMinor">What it was for.</param>
/// <param name="IssuedOn">Document date.</param>
/// <param name="DueOn">Due date.</param>
/// <param name="AmountMinor">How much of it; negative where a credit is used up.</param>
/// <param name="Kind">What it came from.</param>
public sealed record ItemShare(
    string ItemId,
    string Number,
    long OriginalMinor,
    LocalDate IssuedOn,
    LocalDate DueOn,
    long AmountMinor,
    ItemKind Kind = ItemKind.Invoice)
{
    /// <summary>A share of an item.</summary>
    public static ItemShare Of(OpenItem item, Money amount) =>
        new(item.Id, item.Number, item.Original.Minor, item.IssuedOn, item.DueOn, amount.Minor, item.Kind);
}
