using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Accounts;

/// <summary>A document that is owed, wholly or in part.</summary>
/// <param name="Id">The document's id.</param>
/// <param name="Number">The number it bears, such as "INV-00000042".</param>
/// <param name="Original">What it was for.</param>
/// <param name="Open">What is still owed of it; negative for a credit.</param>
/// <param name="IssuedOn">Document date.</param>
/// <param name="DueOn">Due date.</param>
/// <param name="Kind">What it came from.</param>
public sealed record OpenItem(
    string Id,
    string Number,
    Money Original,
    Money Open,
    LocalDate IssuedOn,
    LocalDate DueOn,
    ItemKind Kind = ItemKind.Invoice);
