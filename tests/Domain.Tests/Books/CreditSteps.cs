using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Collections;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Primitives;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;

namespace BillingActors.Domain.Tests.Books;

/// <summary>What random lives correct, lower and give up, and what must hold of it at any time.</summary>
internal static class CreditSteps
{
    /// <summary>Every event of the room, and the refusals that a life of well-formed commands comes to.</summary>
    public static IEnumerable<string> ToReach =>
    [
        .. typeof(AccountEvent).GetNestedTypes()
            .Where(type => type.IsSubclassOf(typeof(AccountEvent.CreditEvent)))
            .Select(type => type.Name),
        .. new[]
        {
            CreditRefusals.ItemUnknown, CreditRefusals.ItemIsCredit, CreditRefusals.AmountNotPositive,
            CreditRefusals.AmountAboveOpen(Eur(0)), CreditRefusals.CreditExists, CreditRefusals.WriteOffUnknown,
            MemoRefusals.LineUnknown, MemoRefusals.LinesInvalid, MemoRefusals.NothingToCredit,
            MemoRefusals.AboveLine(1, Eur(0)), MemoRefusals.AboveInvoice(Eur(0)), MemoRefusals.ItemWrittenOff,
            CollectionRefusals.ItemDisputed, CollectionRefusals.ItemElsewhere, MemoRefusals.InvoiceCancelled,
            MemoRefusals.LaterInvoice(null),
        }.Select(refusal => refusal.Code),
    ];

    /// <summary>A correction of one of the bills so far.</summary>
    public static Func<Account, Decision<AccountEvent>> Correct(
        BooksStep step, LocalDate day, ImmutableArray<IssuedBill> bills)
    {
        var bill = bills[step.Day % bills.Length];
        var id = $"M-{step.Day % 40}{step.Contract}";
        if (step.Amount % 4 == 0)
        {
            return account => InvoiceCancelling.Decide(
                account,
                new CancelInvoice(id, bill.Creditable, bill.Contracts, bill.Charges, null, "price", day),
                Context("why"));
        }
        var lines = LinesOf(step, bill.Document.Lines.Length);
        return account => CreditMemoIssuing.Decide(
            account, new IssueCreditMemo(id, bill.Creditable, lines, "price", day), Context("why"));
    }

    /// <summary>An adjustment, a write-off or a recovery.</summary>
    public static Func<Account, Decision<AccountEvent>> Lower(BooksStep step, LocalDate day)
    {
        var id = $"L-{step.Day % 9}";
        return (Math.Abs(step.Amount) % 3) switch
        {
            0 => account => ItemAdjustment.Decide(
                account,
                new AdjustItem(id, Item(account, step), step.Amount, AdjustmentKind.Goodwill, "courtesy", day),
                Context("why")),
            1 => account => ItemWriteOff.Decide(
                account,
                new WriteOffItems(
                    id, WriteOffKind.BadDebt, "insolvent", day, [new TaxedItem(Item(account, step), [])]),
                Context("why")),
            _ => account => WriteOffRecovery.Decide(
                account, new RecoverWriteOff($"{id}-{step.Contract}", id, Math.Abs(step.Amount), day), Context("why")),
        };
    }

    /// <summary>
    /// No line, tax or invoice is credited with more than it bears; what is cancelled is credited whole.
    /// </summary>
    public static void Check(Account account, IReadOnlyCollection<IssuedBill> bills)
    {
        Assert.Equal(
            account.CreditMemos.Length,
            account.CreditMemos.Select(memo => memo.CreditId).Distinct(StringComparer.Ordinal).Count());
        foreach (var memos in account.CreditMemos.GroupBy(memo => memo.InvoiceId, StringComparer.Ordinal))
        {
            var document = bills.Single(bill => bill.Document.InvoiceId == memos.Key).Document;
            var net = memos.SelectMany(memo => memo.Lines).Sum(line => line.NetMinor);
            var tax = memos.SelectMany(memo => memo.LineTaxes).Sum(part => part.AmountMinor);
            if (memos.Any(memo => memo.IsCancellation))
                Assert.Equal((document.Net.Minor, document.Tax.Minor), (net, tax));
            else
                Assert.InRange(net + tax, 0, document.Total.Minor);
            Assert.All(memos.SelectMany(memo => memo.Lines).GroupBy(line => line.Line), line => Assert.InRange(
                Math.Abs(line.Sum(part => part.NetMinor)), 0, Math.Abs(document.Lines[line.Key].Amount.Minor)));
        }
    }

    private static string Item(Account account, BooksStep step) => account.OpenItems.IsEmpty
        ? "none"
        : account.OpenItems[step.Day % account.OpenItems.Length].Id;

    private static ImmutableArray<LineCredit> LinesOf(BooksStep step, int count)
    {
        var number = (step.Day % count) + 1;
        return (Math.Abs(step.Amount) % 4, step.Contract) switch
        {
            (1, 0) => [],
            (1, 1) => [new LineCredit(number, null)],
            (1, _) => [new LineCredit(number, null), new LineCredit((number % count) + 1, null)],
            (2, 0) => [new LineCredit(count + 1, null)],
            (2, _) => [new LineCredit(number, step.Amount), new LineCredit(count, null)],
            _ => [new LineCredit(number, step.Amount % 200)],
        };
    }
}
