using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Credits;

/// <summary>
/// Credit memos of an invoice that was paid are credits of their own. Where its payment is taken back, they settle what
/// is open of it again, as far as they were not used for something else.
/// </summary>
internal static class CreditNetting
{
    public static AccountEvent.CreditApplied? Of(Account freed, CancelInvoice command, long leftMinor)
    {
        if (freed.Item(command.Invoice.InvoiceId) is not { } item || item.Open.Minor <= leftMinor)
            return null;
        var wanted = item.Open.Minor - Math.Max(leftMinor, 0);
        var shares = ImmutableArray.CreateBuilder<ItemShare>();
        foreach (var memo in freed.CreditMemos.Where(memo => memo.InvoiceId == command.Invoice.InvoiceId))
        {
            if (wanted == 0 || freed.Item(memo.MemoId) is not { Open.Minor: < 0 } credit)
                continue;
            var used = Math.Min(wanted, -credit.Open.Minor);
            shares.Add(ItemShare.Of(credit, new Money(-used, freed.Currency)));
            wanted -= used;
        }
        if (shares.Count == 0)
            return null;
        var settled = -shares.Sum(share => share.AmountMinor);
        shares.Insert(0, ItemShare.Of(item, new Money(settled, freed.Currency)));
        var id = command.CreditId;
        for (var count = 2; freed.Cash.Credit(id) is not null; count++)
            id = $"{command.CreditId}.{count}";
        return new AccountEvent.CreditApplied(new CreditSettled(id, command.On, shares.ToImmutable()));
    }
}
