using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Disputes;
using BillingActors.Domain.Primitives;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;

namespace BillingActors.Domain.Tests.Books;

/// <summary>Commands that no account would take, whatever its state.</summary>
internal static class MalformedSteps
{
    private const string CardNumber = "4111 1111 1111 1111";

    /// <summary>What each of them is refused with.</summary>
    public static IEnumerable<string> ToReach =>
        new[]
        {
            CashRefusals.CardNumber, CashRefusals.CardTokenWrong, CashRefusals.ReferenceInvalid,
            CashRefusals.ValueDayNotAllowed, CashRefusals.RefundSourceWrong, Refusals.IdInvalid,
            Refusals.AmountTooLarge, Refusals.CurrencyMismatch, Refusals.ReasonMissing,
            DisputeRefusals.RootCauseUnknown, CreditRefusals.KindUnknown, CreditRefusals.ItemsInvalid,
            CreditRefusals.ItemIsDeposit,
        }.Select(refusal => refusal.Code);

    /// <summary>One of them.</summary>
    public static Func<Account, Decision<AccountEvent>> Of(BooksStep step, LocalDate day)
    {
        var commands = Receipts(day).AddRange(Others(day));
        return commands[step.Day % commands.Length];
    }

    private static ImmutableArray<Func<Account, Decision<AccountEvent>>> Receipts(LocalDate day)
    {
        var good = new ReceiveCash("bad-receipt", "bank", CashMethod.Wire, 100, "EUR", day, day);
        ImmutableArray<ReceiveCash> bad =
        [
            good with { Reference = CardNumber },
            good with { Method = CashMethod.Card },
            good with { CardToken = "tok-1" },
            good with { Reference = new string('x', 141) },
            good with { ValueOn = day.PlusYears(2) },
            good with { ReceiptId = "bad receipt" },
            good with { AmountMinor = ChargeEntry.AmountMinorMax + 1 },
            good with { Currency = "JPY" },
        ];
        return
        [
            .. bad.Select<ReceiveCash, Func<Account, Decision<AccountEvent>>>(
                wanted => account => ReceiptBooking.Decide(account, wanted, CashTerms.Usual)),
        ];
    }

    private static ImmutableArray<Func<Account, Decision<AccountEvent>>> Others(LocalDate day)
    {
        var refund = new RequestRefund("bad-refund", null, null, 100, null, null, day);
        var adjust = new AdjustItem("bad-adjustment", "none", 1, AdjustmentKind.Goodwill, "courtesy", day);
        return
        [
            account => RefundEntry.Decide(account, refund, Context("why")),
            account => RefundEntry.Decide(account, refund with { ReceiptId = "R-1" }, Context()),
            account => RefundEntry.Decide(
                account, refund with { ReceiptId = "R-1", Payee = "4111111111111111" }, Context("why")),
            account => DisputeResolution.Decide(
                account,
                new ResolveDispute(account.Disputes.FirstOrDefault()?.Id ?? "none", 0, "no cause", day),
                Context("why")),
            account => ItemAdjustment.Decide(
                account, adjust with { Kind = AdjustmentKind.FeeWaiver }, Context("why")),
            account => ItemAdjustment.Decide(account, adjust with { ItemId = DepositOf(account) }, Context("why")),
            account => ItemWriteOff.Decide(
                account,
                new WriteOffItems("bad-write-off", WriteOffKind.BadDebt, "insolvent", day, []),
                Context("why")),
        ];
    }

    private static string DepositOf(Account account) =>
        account.OpenItems.FirstOrDefault(item => item.Kind == ItemKind.Deposit)?.Id ?? "none";
}
