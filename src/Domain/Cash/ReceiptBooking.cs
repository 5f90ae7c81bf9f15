using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Cash;

/// <summary>
/// Books money that came in, and sets it against what its payer names and, with the rest, by rule. Money is never
/// refused for what it is meant for: what pays nothing stays as unapplied cash.
/// </summary>
public static class ReceiptBooking
{
    /// <summary>Application that a receipt makes as it comes in.</summary>
    public const string FirstApplication = "received";

    private const int YearsAhead = 1;
    private const int YearsBack = 10;

    /// <summary>
    /// Refuses what is not this account's money, card numbers, and an id that came before with another content.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, ReceiveCash wanted, CashTerms terms)
    {
        if (CashRefusals.UnlessTakes(account, wanted.Currency, wanted.AmountMinor) is { } no)
            return no;
        if (Malformed(wanted) is { } malformed)
            return malformed;
        var booked = ToEvent(wanted);
        if (account.Cash.Receipt(wanted.ReceiptId) is { } known)
            return IsSame(known, wanted) ? Decision<AccountEvent>.Nothing : CashRefusals.ReceiptExists;
        var money = new PlannedMoney(
            FirstApplication, wanted.AmountMinor, wanted.ValueOn, wanted.BookedOn, wanted.IsOnAccount)
        {
            Allocation = wanted.Allocation,
            Reference = wanted.Reference,
        };
        return ApplicationPlanning.Plan(account, money, wanted.Wishes, terms) is { } application
            ? ImmutableArray.Create<AccountEvent>(
                booked, new AccountEvent.ReceiptApplied(wanted.ReceiptId, application))
            : booked;
    }

    /// <summary>
    /// What no account would take, whatever it owes: card numbers, bad ids, texts and wishes, and a value date that can
    /// only be a slip of the pen, because interest is counted up to it.
    /// </summary>
    public static Refusal? Malformed(ReceiveCash wanted)
    {
        string?[] texts =
        [
            wanted.ReceiptId, wanted.Source, wanted.Reference, wanted.BatchId, wanted.CardToken, wanted.SuspenseId,
            wanted.RetryOf, .. wanted.Wishes.Select(wish => wish.Item),
        ];
        if (texts.Any(CardNumbers.AreIn))
            return CashRefusals.CardNumber;
        if (!Refusals.IsId(wanted.ReceiptId) || !Refusals.IsId(wanted.Source)
            || !IsIdOrNull(wanted.BatchId) || !IsIdOrNull(wanted.SuspenseId) || !IsIdOrNull(wanted.RetryOf))
        {
            return Refusals.IdInvalid;
        }
        if (wanted.Reference?.Length > 140)
            return CashRefusals.ReferenceInvalid;
        if (!IsPlausible(wanted))
            return CashRefusals.ValueDayNotAllowed;
        if ((wanted.Method == CashMethod.Card) != Refusals.IsId(wanted.CardToken))
            return CashRefusals.CardTokenWrong;
        return wanted.Wishes.Any(wish => wish.AmountMinor is <= 0) ? CashRefusals.AmountNotPositive : null;
    }

    // What was parked as unidentified cash is in the books already and must find its way out.
    private static bool IsPlausible(ReceiveCash wanted) => wanted.SuspenseId is not null
        || (wanted.ValueOn <= wanted.BookedOn.PlusYears(YearsAhead)
            && wanted.ValueOn >= wanted.BookedOn.PlusYears(-YearsBack));

    private static bool IsIdOrNull(string? id) => id is null || Refusals.IsId(id);

    private static AccountEvent.ReceiptBooked ToEvent(ReceiveCash wanted) => new(
        wanted.ReceiptId,
        wanted.Source,
        wanted.Method,
        wanted.AmountMinor,
        wanted.ValueOn,
        wanted.BookedOn,
        wanted.Reference,
        wanted.BatchId,
        wanted.CardToken,
        wanted.SuspenseId,
        wanted.RetryOf,
        wanted.IsOnAccount);

    // The same money may be told twice, by a notice and by a statement, with other words and on another day.
    private static bool IsSame(CashReceipt receipt, ReceiveCash wanted) =>
        receipt.Source == wanted.Source
        && receipt.Method == wanted.Method
        && receipt.AmountMinor == wanted.AmountMinor
        && receipt.ValueOn == wanted.ValueOn
        && (wanted.SuspenseId is null || receipt.SuspenseId == wanted.SuspenseId);
}
