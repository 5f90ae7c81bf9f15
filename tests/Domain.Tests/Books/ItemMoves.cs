using System.Collections.Immutable;
using BillingActors.Domain.Accounts;

namespace BillingActors.Domain.Tests.Books;

/// <summary>
/// What an event takes off items and gives back: each by its share, to the cent, and due on the day it was due before.
/// Sums alone do not see it, where a claim and a credit are forgotten that come to the same.
/// </summary>
internal static class ItemMoves
{
    /// <summary>Holds the account after an event against the one before it.</summary>
    public static void Check(Account before, Account after, AccountEvent happened)
    {
        var (shares, sign) = Of(happened);
        foreach (var item in shares.GroupBy(share => share.ItemId, StringComparer.Ordinal))
        {
            var moved = sign * item.Sum(share => share.AmountMinor);
            Assert.Equal(OpenOf(before, item.Key) + moved, OpenOf(after, item.Key));
            if (after.Item(item.Key) is { } open)
                Assert.All(item, share => Assert.Equal(share.DueOn, open.DueOn));
        }
    }

    private static long OpenOf(Account account, string itemId) => account.Item(itemId)?.Open.Minor ?? 0;

    private static (ImmutableArray<ItemShare> Shares, int Sign) Of(AccountEvent happened) => happened switch
    {
        AccountEvent.ReceiptApplied e => (e.Application.Shares, -1),
        AccountEvent.ReceiptUnapplied e => (e.Application.Shares, 1),
        AccountEvent.CreditApplied e => (e.Settlement.Shares, -1),
        AccountEvent.CreditUnapplied e => (e.Settlement.Shares, 1),
        AccountEvent.RefundRequested { Refund.Credit: { } credit } => ([credit], -1),
        AccountEvent.RefundRejected { Refund.Credit: { } credit } => ([credit], 1),
        AccountEvent.RefundReturned { Refund.Credit: { } credit } => ([credit], 1),
        AccountEvent.ItemsWrittenOff e => (e.Shares, -1),
        AccountEvent.WriteOffRecovered e => (e.Shares, 1),
        _ => ([], 0),
    };
}
