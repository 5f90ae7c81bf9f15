using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using BillingActors.Grains.Interfaces;
using BillingActors.Storage.Accounts;
using NodaTime;
using Wire = BillingActors.Grains.Interfaces.Cash;

namespace BillingActors.Grains.Mapping;

/// <summary>Money that comes in and goes back, wire ↔ domain.</summary>
internal static class CashMapping
{
    private const int CountMax = 200;

    public static ReceiveCash ToCommand(this Wire.Payment payment, CashMethod method, LocalDate bookedOn) => new(
        payment.ReceiptId,
        payment.Source,
        method,
        payment.AmountMinor,
        payment.Currency,
        payment.ValueOn.ToDomain(),
        bookedOn)
    {
        Reference = Blank(payment.Reference),
        BatchId = Blank(payment.BatchId),
        CardToken = Blank(payment.CardToken),
        RetryOf = Blank(payment.RetryOf),
        IsOnAccount = payment.IsOnAccount,
        Wishes = ToWishes(payment.Items),
        Allocation = ToAllocation(payment.Allocation),
    };

    /// <summary>What a word stands for; it was looked at before.</summary>
    public static Allocation ToAllocation(string? word) => CashWords.Find<Allocation>(word) ?? Allocation.Rules;

    public static ImmutableArray<ItemWish> ToWishes(ImmutableArray<Wire.PaidItem>? items) =>
        items is { IsDefault: false } given
            ? [.. given.Select(item => new ItemWish(item.Item, item.AmountMinor))]
            : [];

    public static Wire.CashView ToCash(this LoadedAccount loaded)
    {
        var (entityId, accountId) = AccountKey.Split(loaded.Key);
        var cash = loaded.State.Cash;
        return new Wire.CashView(
            entityId,
            accountId,
            loaded.State.Currency.Code,
            cash.UnappliedMinor,
            cash.IsManual,
            cash.ReturnCount,
            [.. cash.Receipts.Reverse().Take(CountMax).Select(ToView)],
            [.. cash.Credits.Where(credit => !credit.IsUndone).Reverse().Take(CountMax).Select(ToView)],
            [.. cash.Refunds.Reverse().Take(CountMax).Select(ToView)],
            [.. cash.Retries.Select(retry =>
                new Wire.RetryView(retry.ReceiptId, retry.AmountMinor, retry.Attempt, retry.On.ToWire()))],
            loaded.Version);
    }

    public static Wire.ApplicationView ToView(this CashApplied application) => new(
        application.Id,
        CashWords.Of(application.By),
        application.On.ToWire(),
        application.CashMinor,
        application.Discounts.Sum(discount => discount.TotalMinor),
        application.DifferenceMinor,
        [.. application.Shares.Select(ToView)]);

    private static Wire.ReceiptView ToView(CashReceipt receipt) => new(
        receipt.Id,
        receipt.Source,
        CashWords.Of(receipt.Method),
        CashWords.Of(receipt.State),
        receipt.AmountMinor,
        receipt.UnappliedMinor,
        receipt.RefundedMinor,
        receipt.ValueOn.ToWire(),
        receipt.BookedOn.ToWire(),
        receipt.Reference,
        receipt.IsOnAccount,
        receipt.ReasonCode,
        [.. receipt.Standing.Select(ToView)],
        receipt.TransferredMinor,
        receipt.ChargedBackMinor,
        receipt.Chargebacks.IsEmpty ? null : [.. receipt.Chargebacks.Select(ToView)]);

    private static Wire.ChargebackView ToView(CashChargeback chargeback) => new(
        chargeback.Id, chargeback.AmountMinor, chargeback.ReasonCode, chargeback.On.ToWire(), chargeback.IsWon);

    private static Wire.CreditView ToView(CreditSettled credit) =>
        new(credit.Id, credit.On.ToWire(), [.. credit.Shares.Select(ToView)]);

    private static Wire.RefundView ToView(Refund refund) => new(
        refund.Id,
        CashWords.Of(refund.State),
        refund.AmountMinor,
        CashWords.Of(refund.Method),
        refund.ReceiptId,
        refund.Credit?.ItemId,
        refund.Payee,
        refund.MakerId);

    private static Wire.SettledShare ToView(ItemShare share) =>
        new(share.ItemId, share.Number, share.DueOn.ToWire(), share.AmountMinor);

    private static string? Blank(string? text) => string.IsNullOrWhiteSpace(text) ? null : text;
}
