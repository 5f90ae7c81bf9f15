using BillingActors.Domain.Accounts;
using NodaTime;

namespace BillingActors.Storage.Collectives;

/// <summary>What an event of a child hands to the account that pays: a document, a fee, or interest.</summary>
/// <param name="ParentId">The account that pays.</param>
/// <param name="FeeId">The fee or interest; null for a document, which has its own row.</param>
/// <param name="FeeMinor">What it comes to.</param>
/// <param name="ChargedOn">When it was charged.</param>
internal readonly record struct Handover(string ParentId, string? FeeId, long? FeeMinor, LocalDate? ChargedOn)
{
    /// <summary>What an event hands over; null: nothing.</summary>
    public static Handover? Of(AccountEvent happened) => happened switch
    {
        AccountEvent.InvoiceIssued { ParentId: { } parentId } => new(parentId, null, null, null),
        AccountEvent.CreditMemoIssued { ParentId: { } parentId } => new(parentId, null, null, null),
        AccountEvent.FeeCharged { ParentId: { } parentId } fee => new(parentId, fee.ItemId, fee.AmountMinor, fee.On),
        AccountEvent.ReturnFeeCharged { ParentId: { } parentId } fee =>
            new(parentId, fee.ItemId, fee.AmountMinor, fee.On),
        AccountEvent.InterestCharged { ParentId: { } parentId } interest =>
            new(parentId, interest.ItemId, interest.TotalMinor, interest.On),
        _ => null,
    };
}
