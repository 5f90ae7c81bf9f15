using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using NodaTime;

namespace BillingActors.Domain.Cash;

/// <summary>
/// Money set against items: the shares it settled are the cash, the discount granted and the small difference together.
/// </summary>
/// <param name="Id">Application; unique in its receipt.</param>
/// <param name="By">Which rule did it, or by hand.</param>
/// <param name="On">When.</param>
/// <param name="Shares">What was settled of which item; negative where a credit was used up with it.</param>
/// <param name="CashMinor">What of the receipt it took; nothing once it was taken back.</param>
/// <param name="DifferenceMinor">What was let go as a small difference; negative where it was kept.</param>
/// <param name="Discounts">Cash discounts granted with it.</param>
public sealed record CashApplied(
    string Id,
    AppliedBy By,
    LocalDate On,
    ImmutableArray<ItemShare> Shares,
    long CashMinor,
    long DifferenceMinor,
    ImmutableArray<CashDiscount> Discounts)
{
    /// <summary>Whether it was taken back; its id stays used.</summary>
    public bool IsUndone { get; init; }

    /// <summary>The application after a part of it, or all of it, was taken back.</summary>
    public CashApplied Less(CashApplied taken) => taken.CashMinor == CashMinor ? Undone() : this with
    {
        Shares =
        [
            .. Shares.Select(share => share with { AmountMinor = share.AmountMinor - taken.MinorOf(share.ItemId) })
                .Where(share => share.AmountMinor != 0),
        ],
        CashMinor = CashMinor - taken.CashMinor,
        DifferenceMinor = DifferenceMinor - taken.DifferenceMinor,
        Discounts = Discounts.RemoveAll(discount => taken.Discounts.Any(one => one.ItemId == discount.ItemId)),
    };

    /// <summary>The application after it was taken back.</summary>
    public CashApplied Undone() =>
        this with { Shares = [], CashMinor = 0, DifferenceMinor = 0, Discounts = [], IsUndone = true };

    private long MinorOf(string itemId) =>
        Shares.Where(share => share.ItemId == itemId).Sum(share => share.AmountMinor);
}
