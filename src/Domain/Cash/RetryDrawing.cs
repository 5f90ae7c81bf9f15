using System.Globalization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Cash;

/// <summary>
/// Draws a payment that came back once more when its day has come: no more than came back, and no more than is due and
/// not disputed. If the bank returns it again, the next attempt is planned from there.
/// </summary>
public static class RetryDrawing
{
    /// <summary>Where the ids of receipts are from that were drawn by themselves.</summary>
    public const string Source = "retry";

    /// <summary>The first retry that is due on a day; null: none, or the account is on manual.</summary>
    public static PlannedRetry? Due(Account account, LocalDate on) =>
        account.RetryOn <= on ? account.Cash.Retries.Where(retry => retry.On <= on).MinBy(retry => retry.On) : null;

    /// <summary>
    /// Nothing where none is due. Where nothing is owed any more, where somebody booked it already, and of a card whose
    /// token is not known, the retry is given up.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, LocalDate on, string? cardToken, CashTerms terms)
    {
        if (CashRefusals.UnlessKnown(account) is { } no)
            return no;
        if (Due(account, on) is not { } retry)
            return Decision<AccountEvent>.Nothing;
        var receipt = account.Cash.Receipt(retry.ReceiptId)!;
        var amount = Math.Min(retry.AmountMinor, DueMinor(account, on));
        var isCard = receipt.Method == CashMethod.Card;
        if (amount <= 0 || (isCard && cardToken is null) || account.Cash.Receipt(IdOf(retry)) is not null)
            return new AccountEvent.RetryDropped(retry, on);
        return ReceiptBooking.Decide(
            account,
            new ReceiveCash(IdOf(retry), Source, receipt.Method, amount, account.Currency.Code, on, on)
            {
                CardToken = isCard ? cardToken : null,
                RetryOf = receipt.Id,
            },
            terms);
    }

    private static long DueMinor(Account account, LocalDate on) => account.OpenItems
        .Where(item => item.Open.Minor > 0 && item.DueOn <= on)
        .Sum(item => account.Undisputed(item).Minor);

    private static string IdOf(PlannedRetry retry)
    {
        var id = string.Create(CultureInfo.InvariantCulture, $"{retry.ReceiptId}.retry-{retry.Attempt}");
        return id.Length <= Refusals.IdLengthMax ? id : id[^Refusals.IdLengthMax..];
    }
}
