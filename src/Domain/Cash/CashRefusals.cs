using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Transfers;

namespace BillingActors.Domain.Cash;

/// <summary>Every "no" of the cash room; the codes are stable and documented.</summary>
public static class CashRefusals
{
    /// <summary>Nothing comes in and nothing goes back with an amount that is not positive.</summary>
    public static Refusal AmountNotPositive { get; } =
        new("amount-not-positive", "The amount must be more than nothing.");

    /// <summary>The receipt's id came before with another content.</summary>
    public static Refusal ReceiptExists { get; } =
        new("receipt-exists", "The account has this receipt with another content.");

    /// <summary>There is no such receipt.</summary>
    public static Refusal ReceiptUnknown { get; } = new("receipt-unknown", "The account has no such receipt.");

    /// <summary>The receipt went back.</summary>
    public static Refusal ReceiptReversed { get; } = new("receipt-reversed", "The money of this receipt went back.");

    /// <summary>The receipt is not charged back.</summary>
    public static Refusal NotChargedBack { get; } =
        new("not-charged-back", "The receipt was not charged back, so there is nothing to win.");

    /// <summary>Only a card payment is charged back.</summary>
    public static Refusal NotByCard { get; } = new("not-by-card", "Only a payment by card is charged back.");

    /// <summary>The chargeback's id came before with another content.</summary>
    public static Refusal ChargebackExists { get; } =
        new("chargeback-exists", "The receipt has this chargeback with another content.");

    /// <summary>More is charged back than is left of the receipt.</summary>
    public static Refusal ChargebackTooLarge { get; } =
        new("chargeback-too-large", "More is charged back than was not charged back of the receipt yet.");

    /// <summary>The application's id came before with another content.</summary>
    public static Refusal ApplicationExists { get; } =
        new("application-exists", "An application of this id exists with another content, or was taken back.");

    /// <summary>There is no such application.</summary>
    public static Refusal ApplicationUnknown { get; } =
        new("application-unknown", "There is no such application, or it was not made by this receipt.");

    /// <summary>There is no such item.</summary>
    public static Refusal ItemUnknown { get; } =
        new("item-unknown", "The account has no such open item, by id or number.");

    /// <summary>More is set against an item than is open of it.</summary>
    public static Refusal ItemOverpaid { get; } =
        new("item-overpaid", "More is set against an item than is open of it.");

    /// <summary>More is taken from a receipt than is left of it.</summary>
    public static Refusal CashShort { get; } =
        new("cash-short", "The receipt has not so much left.");

    /// <summary>There is nothing to be set against anything.</summary>
    public static Refusal NothingToApply { get; } =
        new("nothing-to-apply", "There is no money left or no item it could pay.");

    /// <summary>A card number stands where only a token may.</summary>
    public static Refusal CardNumber { get; } = new(
        "card-number", "This looks like a card number; only the token of a card processor is kept.");

    /// <summary>A card payment comes without its token, or another one with it.</summary>
    public static Refusal CardTokenWrong { get; } = new(
        "card-token-wrong", "A payment by card has the token of its card processor, and no other payment has one.");

    /// <summary>The value date lies too far from the day of booking.</summary>
    public static Refusal ValueDayNotAllowed { get; } = new(
        "date-not-allowed", "A value date lies at most a year after and ten years before the day of booking.");

    /// <summary>A reference or source that is too long.</summary>
    public static Refusal ReferenceInvalid { get; } =
        new("reference-invalid", "A reference has at most 140 characters.");

    /// <summary>The refund's id came before with another content.</summary>
    public static Refusal RefundExists { get; } =
        new("refund-exists", "The account has this refund with another content.");

    /// <summary>There is no such refund.</summary>
    public static Refusal RefundUnknown { get; } = new("refund-unknown", "The account has no such refund.");

    /// <summary>Less is left than is to be paid back.</summary>
    public static Refusal RefundTooLarge { get; } =
        new("refund-too-large", "Less is left of the receipt or credit than is to be paid back.");

    /// <summary>A refund names a receipt and a credit, or neither.</summary>
    public static Refusal RefundSourceWrong { get; } =
        new("refund-source-wrong", "A refund names either a receipt or a credit item.");

    /// <summary>A refund is at another stage.</summary>
    public static Refusal RefundWrongState { get; } =
        new("refund-wrong-state", "The refund was paid, rejected or returned before.");

    /// <summary>Nobody but the one who asked has agreed to another payee than the original payer.</summary>
    public static Refusal RefundNotApproved { get; } = new(
        "refund-not-approved", "No second person agreed to this payee; reject the refund and ask for it again.");

    /// <summary>The money of this refund was claimed again.</summary>
    public static Refusal RefundReclaimed { get; } = new(
        "refund-reclaimed", "The refund was claimed again when its receipt went back; book the money as a receipt.");

    /// <summary>A batch has no line, or too many.</summary>
    public static Refusal BatchSizeWrong { get; } = new("batch-size-wrong", "A batch has 1 to 5,000 lines.");

    /// <summary>Two lines of a batch bear one number.</summary>
    public static Refusal BatchLineRepeated { get; } =
        new("batch-line-repeated", "The lines of a batch are numbered from 1, each once.");

    /// <summary>The lines of a batch do not come to its control totals.</summary>
    public static Refusal BatchNotTied(int countTooMany, long minorTooMuch) => new(
        "batch-not-tied", $"The batch is {countTooMany} lines and {minorTooMuch} minor units off its control totals.");

    /// <summary>The batch's id came before with another content.</summary>
    public static Refusal BatchExists { get; } =
        new("batch-exists", "This batch came before with another content.");

    /// <summary>An id, a currency, an amount or an account that does not fit; null when all do.</summary>
    internal static Refusal? UnlessTakes(Account account, string currency, long amountMinor)
    {
        if (UnlessKnown(account) is { } no)
            return no;
        if (currency != account.Currency.Code)
            return Refusals.CurrencyMismatch;
        if (amountMinor <= 0)
            return AmountNotPositive;
        return amountMinor > ChargeEntry.AmountMinorMax ? Refusals.AmountTooLarge : null;
    }

    /// <summary>Money that came by a transfer, or is about to go by one, does not go back here; else null.</summary>
    internal static Refusal? UnlessHere(Account account, CashReceipt receipt)
    {
        if (receipt.TransferId is not null)
            return TransferRefusals.ReceiptTransferred;
        return account.TransfersOut.Any(transfer => transfer.IsPending && transfer.Takes(receipt.Id))
            ? TransferRefusals.TransferPending
            : null;
    }

    /// <summary>A closed account takes money and gives it back too: it may still owe or be owed.</summary>
    internal static Refusal? UnlessKnown(Account account) =>
        account.Status == AccountStatus.None ? Refusals.AccountUnknown : null;

    /// <summary>Whatever a person does with money by hand has a reason; null when it has.</summary>
    internal static Refusal? UnlessReasoned(CommandContext context) =>
        string.IsNullOrWhiteSpace(context.Reason) ? Refusals.ReasonMissing : null;
}
