using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Ledger;
using BillingActors.Domain.Primitives;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;

namespace BillingActors.Domain.Tests.Books;

/// <summary>What random lives do with money, and what must hold of it at any time.</summary>
internal static class CashSteps
{
    private static readonly CashTerms Terms = CashTerms.Usual with
    {
        Policy = ApplicationPolicy.Usual with { AreCostsFirst = true, Tolerance = new Tolerance(50, 500, 5) },
    };

    private static readonly ReturnPolicy Returns = ReturnPolicy.Usual with { FeeMinor = 350 };

    private static readonly string[] Codes = ["AM04", "AC04", "MD06", "MD07", "ZZ99", "entry-error"];

    /// <summary>Every event of the room, and the refusals that a life of well-formed commands comes to.</summary>
    public static IEnumerable<string> ToReach =>
    [
        .. typeof(AccountEvent).GetNestedTypes()
            .Where(type => type.IsSubclassOf(typeof(AccountEvent.CashEvent)))
            .Except(OutdatedEvents.All)
            .Select(type => type.Name),
        .. new[]
        {
            CashRefusals.AmountNotPositive, CashRefusals.ReceiptExists, CashRefusals.ReceiptUnknown,
            CashRefusals.ReceiptReversed, CashRefusals.NotChargedBack, CashRefusals.NotByCard,
            CashRefusals.ApplicationExists, CashRefusals.ApplicationUnknown, CashRefusals.ItemUnknown,
            CashRefusals.ItemOverpaid, CashRefusals.CashShort, CashRefusals.NothingToApply, CashRefusals.RefundExists,
            CashRefusals.RefundUnknown, CashRefusals.RefundTooLarge, CashRefusals.RefundWrongState,
            CashRefusals.RefundReclaimed, CashRefusals.ChargebackExists, CashRefusals.ChargebackTooLarge,
            CashRefusals.RefundNotApproved,
        }.Select(refusal => refusal.Code),
    ];

    public static Func<Account, Decision<AccountEvent>> Of(BooksStep step, LocalDate day)
    {
        var (receipt, application, refund) = ($"R-{step.Day % 6}", $"A-{step.Amount & 3}", $"F-{step.Day % 4}");
        return step.Kind switch
        {
            BooksStepKind.Receive => a => ReceiptBooking.Decide(a, Money(a, step, receipt, day), Terms),
            BooksStepKind.Apply => a => CashApplication.Decide(
                a, new ApplyCash(receipt, application, Wishes(a, step), day), Terms),
            BooksStepKind.Unapply => a => ApplicationRemoval.Decide(
                a, new RemoveApplication(receipt, step.Contract == 0 ? application : "received", day), Context("why")),
            BooksStepKind.Credit when step.Amount < 0 => a => CreditRemoval.Decide(
                a, $"S-{step.Day % 5}", day, Context("why")),
            BooksStepKind.Credit => a => CreditApplication.Decide(
                a, new ApplyCredit($"S-{step.Day % 5}", [], Wishes(a, step), day)),
            BooksStepKind.Reverse when step.Amount % 5 == 0 => a => RetryDrawing.Decide(
                a, day.PlusDays(step.Contract * 30), step.Contract == 1 ? null : "tok-1", Terms),
            BooksStepKind.Reverse when step.Amount % 7 == 0 => a => AutomaticPayment.Decide(a, day, Context("why")),
            BooksStepKind.Reverse when step.Amount % 3 == 0 => a => ChargebackWin.Decide(
                a, new WinChargeback(receipt, null, day), Terms),
            BooksStepKind.Reverse => a => ReceiptReversal.Decide(
                a,
                new ReverseReceipt(
                    receipt, (CashReceiptState)(step.Contract + 1), Codes[step.Day % Codes.Length], day),
                Returns,
                Context("why")),
            BooksStepKind.ChargeBack when step.Contract == 2 => a => ChargebackWin.Decide(
                a, new WinChargeback(receipt, $"B-{step.Amount & 1}", day), Terms),
            BooksStepKind.ChargeBack => a => ReceiptChargeback.Decide(
                a,
                new ChargeBack(receipt, $"B-{step.Amount & 1}", Part(a, step, receipt), "fraud", day),
                Context("why")),
            BooksStepKind.Refund when step.Amount % 11 == 0 => a => OldRefund(a, refund, day),
            BooksStepKind.Refund => a => RefundEntry.Decide(a, Wanted(a, step, refund, receipt, day), Context("why")),
            _ => a => RefundProgress.Decide(
                a,
                new RefundStep(refund, (RefundStepKind)(Math.Abs(step.Amount) % 3), day, "AC04"),
                Context("why", who: step.Contract == 0 ? "anna" : "ben")),
        };
    }

    /// <summary>The room's own invariants.</summary>
    public static void Check(Account account, IReadOnlyList<AccountEvent> events, BookedSums booked)
    {
        var cash = account.Cash;
        Assert.Equal(-booked.Of(CashPostings.UnappliedCash), account.Unapplied.Minor);
        Assert.Equal(
            -booked.Of(CashPostings.RefundsPayable),
            cash.Refunds.Where(r => r.IsPending).Sum(r => r.AmountMinor));
        var received = events.OfType<AccountEvent.ReceiptBooked>().ToList();
        Assert.Equal(received.Count, received.Select(e => e.ReceiptId).Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(
            received.Sum(e => e.AmountMinor)
                + events.OfType<AccountEvent.TransferReceived>().Sum(e => e.Value.CashMinor),
            cash.Receipts.Sum(r => r.IsBooked
                ? r.AppliedMinor + r.UnappliedMinor + r.RefundedMinor + r.TransferredMinor + r.ChargedBackMinor
                : r.AmountMinor));
        var back = WentBack(events);
        Assert.All(cash.Receipts, receipt => Assert.Equal(
            receipt.IsBooked ? receipt.ChargedBackMinor : receipt.AmountMinor, back.GetValueOrDefault(receipt.Id)));
        Assert.All(cash.Receipts, receipt => Assert.True(
            receipt.UnappliedMinor >= 0 && receipt.RefundedMinor >= 0 && receipt.TransferredMinor >= 0));
        CheckPaidOnce(events);
        CheckBanks(events, booked);
        Assert.All(account.OpenItems, item => Assert.True(
            Math.Abs(item.Open.Minor) <= Math.Abs(item.Original.Minor), "more is open than ever was"));
    }

    public static string Describe(CashPosition cash) => string.Join('\n',
    [
        $"{cash.IsManual} {cash.ReturnCount} {string.Join(',', cash.Retries)} {string.Join(',', cash.Refunds)}",
        .. cash.Credits.Select(credit => $"{credit.Id} {string.Join(',', credit.Shares)}"),
        .. cash.Receipts.Select(receipt =>
            $"{receipt.Id} {receipt.State} {receipt.AmountMinor} {receipt.RefundedMinor} {receipt.ReversalCount} "
            + $"{receipt.TransferredMinor} {string.Join(',', receipt.Chargebacks)} "
            + string.Join(',', receipt.Applications.Select(a => $"{a.Id} {a.CashMinor} {string.Join(',', a.Shares)}"))),
    ]);

    // What left the bank's account again for a receipt, less what was won back.
    private static Dictionary<string, long> WentBack(IReadOnlyList<AccountEvent> events)
    {
        var back = new Dictionary<string, long>(StringComparer.Ordinal);
        foreach (var happened in events)
        {
            var (id, minor) = happened switch
            {
                AccountEvent.ReceiptReversed e => (e.ReceiptId, e.AmountMinor),
                AccountEvent.ReceiptChargedBack e => (e.ReceiptId, e.Chargeback.AmountMinor),
                AccountEvent.ChargebackWon e => (e.ReceiptId, -e.AmountMinor),
                _ => ("", 0),
            };
            if (minor != 0)
                back[id] = back.GetValueOrDefault(id) + minor;
        }
        return back;
    }

    // What is at the bank under a method came in by it and leaves by it again, whatever an event says of itself. An
    // agency keeps its commission besides.
    private static void CheckBanks(IReadOnlyList<AccountEvent> events, BookedSums booked)
    {
        var methods = new Dictionary<string, CashMethod>(StringComparer.Ordinal);
        var sums = Enum.GetValues<CashMethod>().ToDictionary(method => method, _ => 0L);
        foreach (var happened in events)
        {
            if (happened is AccountEvent.ReceiptBooked or AccountEvent.RefundRequested)
                methods[IdOf(happened)] = MethodOf(happened);
            if (Moved(happened) is not 0 and var minor)
                sums[methods[IdOf(happened)]] += minor;
        }
        foreach (var (method, sum) in sums.Where(sum => sum.Key != CashMethod.Agency))
            Assert.Equal(sum, booked.Of(CashPostings.Bank(method)));
    }

    private static string IdOf(AccountEvent happened) => happened switch
    {
        AccountEvent.ReceiptBooked e => "receipt " + e.ReceiptId,
        AccountEvent.ReceiptReversed e => "receipt " + e.ReceiptId,
        AccountEvent.ReceiptChargedBack e => "receipt " + e.ReceiptId,
        AccountEvent.ChargebackWon e => "receipt " + e.ReceiptId,
        AccountEvent.RefundRequested e => "refund " + e.Refund.Id,
        AccountEvent.RefundPaid e => "refund " + e.RefundId,
        AccountEvent.RefundReturned e => "refund " + e.Refund.Id,
        _ => "",
    };

    private static CashMethod MethodOf(AccountEvent happened) => happened is AccountEvent.RefundRequested refund
        ? refund.Refund.Method
        : ((AccountEvent.ReceiptBooked)happened).Method;

    private static long Moved(AccountEvent happened) => happened switch
    {
        AccountEvent.ReceiptBooked e => e.AmountMinor,
        AccountEvent.ReceiptReversed e => -e.AmountMinor,
        AccountEvent.ReceiptChargedBack e => -e.Chargeback.AmountMinor,
        AccountEvent.ChargebackWon e => e.AmountMinor,
        AccountEvent.RefundPaid e => -e.AmountMinor,
        AccountEvent.RefundReturned e => e.Refund.AmountMinor,
        _ => 0,
    };

    // Mostly something of a receipt, and now and then all that is left of it.
    private static long Part(Account account, BooksStep step, string receipt) => step.Contract == 0
        ? account.Cash.Receipt(receipt)?.ChargeableMinor ?? 0
        : Math.Abs(step.Amount % 1500);

    private static void CheckPaidOnce(IEnumerable<AccountEvent> events)
    {
        var paid = events.OfType<AccountEvent.RefundPaid>().Select(e => e.RefundId).ToList();
        Assert.Equal(paid.Count, paid.Distinct(StringComparer.Ordinal).Count());
    }

    // Every third receipt is a card's, so that there is something to charge back.
    private static ReceiveCash Money(Account account, BooksStep step, string id, LocalDate day)
    {
        var isCard = step.Day % 3 == 0;
        return new ReceiveCash(
            id,
            "bank",
            isCard ? CashMethod.Card : CashMethod.DirectDebit,
            step.Contract == 0 ? account.Balance.Minor : step.Amount + 2000,
            "EUR",
            day,
            day)
        {
            CardToken = isCard ? "tok-1" : null,
            IsOnAccount = step.Contract == 2 && step.Amount % 4 == 0,
            Allocation = (Allocation)(step.Amount % 5 % 4),
            RetryOf = account.Cash.Retries.FirstOrDefault()?.ReceiptId,
        };
    }

    private static ImmutableArray<ItemWish> Wishes(Account account, BooksStep step)
    {
        var debits = account.OpenItems.Where(item => item.Open.Minor > 0).ToList();
        return step.Contract switch
        {
            0 => [],
            1 when debits.Count > 0 => [new ItemWish(debits[step.Day % debits.Count].Id, step.Amount + 2000)],
            1 => [],
            _ => [new ItemWish($"I-{step.Day}")],
        };
    }

    // As one was stored before approvals had one inbox: nothing makes such an event any more, and it still loads.
    private static Decision<AccountEvent> OldRefund(Account account, string id, LocalDate day)
    {
        var receipt = account.Cash.Receipts.FirstOrDefault(one => one.UnappliedMinor > 0);
        return receipt is null || account.Cash.Refunds.Any(refund => refund.Id == id)
            ? Decision<AccountEvent>.Nothing
            : new AccountEvent.RefundRequested(
                new Refund(id, receipt.Id, null, 1, receipt.Method, "C-9", "anna", RefundState.Requested), day);
    }

    private static RequestRefund Wanted(Account account, BooksStep step, string id, string receipt, LocalDate day)
    {
        var credit = account.OpenItems.FirstOrDefault(item => item.Open.Minor < 0);
        var isCredit = step.Contract == 2 && credit is not null;
        return new RequestRefund(
            id,
            isCredit ? null : receipt,
            isCredit ? credit!.Id : null,
            Math.Abs(step.Amount % 900),
            null,
            null,
            day);
    }
}
