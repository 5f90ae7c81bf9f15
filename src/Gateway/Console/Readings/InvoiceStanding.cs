using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Disputes;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>What became of an invoice after it was issued: the document itself never changes.</summary>
/// <param name="Memos">Credit memos that correct it.</param>
/// <param name="Item">What is open of it; null when it is settled, or not for the person to see.</param>
/// <param name="Disputes">Disputes about it.</param>
/// <param name="IsItemKnown">Whether the person may see what is open.</param>
public sealed record InvoiceStanding(
    ImmutableArray<InvoiceRow> Memos, OpenItemView? Item, ImmutableArray<DisputeView> Disputes, bool IsItemKnown)
{
    /// <summary>What the credit memos took off.</summary>
    public long CreditedMinor => -Memos.Sum(memo => memo.TotalMinor);

    /// <summary>Whether nothing of the invoice stands any more.</summary>
    public bool IsVoid(InvoiceView invoice) => !Memos.IsEmpty && CreditedMinor >= invoice.TotalMinor;
}
