using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Cash;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Mapping;
using NodaTime;

namespace BillingActors.Grains.Accounts;

/// <summary>The money of the account: what comes in, what it pays, what goes back.</summary>
internal sealed partial class AccountGrain : IAccountCashGrain
{
    private CashDesk Desk => new(store, catalogue, Key);

    public Task<Reply<Receipt>> Receive(
        CommandEnvelope envelope, Payment payment, CancellationToken cancellation) =>
        Receive(envelope, payment, null, cancellation);

    public Task<Reply<Receipt>> ReceiveFound(
        CommandEnvelope envelope, UnidentifiedCash cash, CancellationToken cancellation) =>
        Receive(envelope, cash.Payment, cash.Payment.ReceiptId, cancellation);

    private async Task<Reply<Receipt>> Receive(
        CommandEnvelope envelope, Payment payment, string? suspenseId, CancellationToken cancellation)
    {
        if (CashWords.Find<CashMethod>(payment.Method) is not { } method)
            return WordUnknown("method", payment.Method).ToReply<Receipt>();
        if (!CashWords.IsAllocation(payment.Allocation))
            return WordUnknown("allocation", payment.Allocation).ToReply<Receipt>();
        await CatchUp(cancellation);
        var terms = await Desk.Terms(_account.State, payment.ValueOn.ToDomain(), cancellation);
        var command = payment.ToCommand(method, terms.Today(envelope.At)) with { SuspenseId = suspenseId };
        return await Run(
            envelope,
            RequestHash.Of("receive", payment),
            payment.ReceiptId,
            (account, _) => ReceiptBooking.Decide(account, command, terms.Cash),
            cancellation);
    }

    public async Task<Reply<PaymentPreview>> PreviewPayment(
        CommandEnvelope envelope, Payment payment, CancellationToken cancellation)
    {
        if (CashWords.Find<CashMethod>(payment.Method) is not { } method)
            return WordUnknown("method", payment.Method).ToReply<PaymentPreview>();
        if (!CashWords.IsAllocation(payment.Allocation))
            return WordUnknown("allocation", payment.Allocation).ToReply<PaymentPreview>();
        await CatchUp(cancellation);
        var terms = await Desk.Terms(_account.State, payment.ValueOn.ToDomain(), cancellation);
        var command = payment.ToCommand(method, terms.Today(envelope.At));
        return Preview(envelope, payment.ReceiptId, ReceiptBooking.Decide(_account.State, command, terms.Cash));
    }

    public async Task<Reply<Receipt>> Apply(
        CommandEnvelope envelope, string receiptId, PaymentApplication application, CancellationToken cancellation)
    {
        if (!CashWords.IsAllocation(application.Allocation))
            return WordUnknown("allocation", application.Allocation).ToReply<Receipt>();
        await CatchUp(cancellation);
        var terms = await Desk.Terms(_account.State, ValueOn(receiptId), cancellation);
        var command = ToCommand(receiptId, application, terms.Today(envelope.At));
        return await Run(
            envelope,
            RequestHash.Of("apply", new { receiptId, application }),
            application.ApplicationId,
            (account, _) => CashApplication.Decide(account, command, terms.Cash),
            cancellation);
    }

    public async Task<Reply<PaymentPreview>> PreviewApplication(
        CommandEnvelope envelope, string receiptId, PaymentApplication application, CancellationToken cancellation)
    {
        if (!CashWords.IsAllocation(application.Allocation))
            return WordUnknown("allocation", application.Allocation).ToReply<PaymentPreview>();
        await CatchUp(cancellation);
        var terms = await Desk.Terms(_account.State, ValueOn(receiptId), cancellation);
        var command = ToCommand(receiptId, application, terms.Today(envelope.At));
        return Preview(envelope, receiptId, CashApplication.Decide(_account.State, command, terms.Cash));
    }

    public async Task<Reply<Receipt>> Unapply(
        CommandEnvelope envelope, string receiptId, string applicationId, CancellationToken cancellation)
    {
        var today = await Desk.Today(envelope.At, cancellation);
        return await Run(
            envelope,
            RequestHash.Of("unapply", new { receiptId, applicationId }),
            applicationId,
            (account, context) => ApplicationRemoval.Decide(
                account, new RemoveApplication(receiptId, applicationId, today), context),
            cancellation);
    }

    public async Task<Reply<Receipt>> SettleCredit(
        CommandEnvelope envelope, CreditSettlement settlement, CancellationToken cancellation)
    {
        var command = new ApplyCredit(
            settlement.SettlementId,
            CashMapping.ToWishes(settlement.Credits),
            CashMapping.ToWishes(settlement.Debits),
            await Desk.Today(envelope.At, cancellation));
        return await Run(
            envelope,
            RequestHash.Of("settle-credit", settlement),
            settlement.SettlementId,
            (account, _) => CreditApplication.Decide(account, command),
            cancellation);
    }

    public async Task<Reply<Receipt>> UnsettleCredit(
        CommandEnvelope envelope, string settlementId, CancellationToken cancellation)
    {
        var today = await Desk.Today(envelope.At, cancellation);
        return await Run(
            envelope,
            RequestHash.Of("unsettle-credit", settlementId),
            settlementId,
            (account, context) => CreditRemoval.Decide(account, settlementId, today, context),
            cancellation);
    }

    public async Task<Reply<Receipt>> Reverse(
        CommandEnvelope envelope, string receiptId, PaymentReversal reversal, CancellationToken cancellation)
    {
        if (CashWords.Find<CashReceiptState>(reversal.Kind) is not { } state)
            return WordUnknown("kind", reversal.Kind).ToReply<Receipt>();
        await CatchUp(cancellation);
        var policy = await Desk.Returns(_account.State, cancellation);
        var command = new ReverseReceipt(
            receiptId, state, reversal.ReasonCode, await Desk.Today(envelope.At, cancellation));
        return await Run(
            envelope,
            RequestHash.Of("reverse", new { receiptId, reversal }),
            receiptId,
            (account, context) => ReceiptReversal.Decide(account, command, policy, context),
            cancellation);
    }

    public async Task<Reply<Receipt>> ChargeBack(
        CommandEnvelope envelope, string receiptId, PaymentChargeback chargeback, CancellationToken cancellation)
    {
        var command = new ChargeBack(
            receiptId,
            chargeback.ChargebackId,
            chargeback.AmountMinor,
            chargeback.ReasonCode,
            await Desk.Today(envelope.At, cancellation));
        return await Run(
            envelope,
            RequestHash.Of("charge-back", new { receiptId, chargeback }),
            chargeback.ChargebackId,
            (account, context) => ReceiptChargeback.Decide(account, command, context),
            cancellation);
    }

    public Task<Reply<Receipt>> WinChargeback(
        CommandEnvelope envelope, string receiptId, CancellationToken cancellation) =>
        Win(envelope, RequestHash.Of("win-chargeback", receiptId), (receiptId, null), cancellation);

    public Task<Reply<Receipt>> WinChargebackPart(
        CommandEnvelope envelope, string receiptId, string chargebackId, CancellationToken cancellation) => Win(
            envelope,
            RequestHash.Of("win-chargeback-part", new { receiptId, chargebackId }),
            (receiptId, chargebackId),
            cancellation);

    private async Task<Reply<Receipt>> Win(
        CommandEnvelope envelope,
        string requestHash,
        (string ReceiptId, string? ChargebackId) won,
        CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        var terms = await Desk.Terms(_account.State, ValueOn(won.ReceiptId), cancellation);
        var command = new WinChargeback(won.ReceiptId, won.ChargebackId, terms.Today(envelope.At));
        return await Run(
            envelope,
            requestHash,
            won.ChargebackId ?? won.ReceiptId,
            (account, _) => ChargebackWin.Decide(account, command, terms.Cash),
            cancellation);
    }

    public async Task<Reply<ActionReceipt>> RequestRefund(
        CommandEnvelope envelope, ImmutableArray<string> roles, RefundRequest refund, CancellationToken cancellation)
    {
        if (refund.Method is { } method && CashWords.Find<CashMethod>(method) is null)
            return WordUnknown("method", method).ToReply<ActionReceipt>();
        return await Act(
            new Asked(envelope, roles, RequestHash.Of("request-refund", refund), refund.RefundId),
            (entity, _) => Task.FromResult<MoneyAction?>(ToAction(refund, Today(entity))),
            cancellation);
    }

    private static MoneyAction.Refunding ToAction(RefundRequest refund, LocalDate on) => new(new RequestRefund(
        refund.RefundId,
        refund.ReceiptId,
        refund.CreditItem,
        refund.AmountMinor,
        CashWords.Find<CashMethod>(refund.Method),
        refund.Payee,
        on));

    public async Task<Reply<Receipt>> AdvanceRefund(
        CommandEnvelope envelope, RefundAction action, CancellationToken cancellation)
    {
        if (CashWords.Find<RefundStepKind>(action.Step) is not { } kind)
            return WordUnknown("step", action.Step).ToReply<Receipt>();
        var today = await Desk.Today(envelope.At, cancellation);
        return await Run(
            envelope,
            RequestHash.Of("advance-refund", action),
            action.RefundId,
            (account, context) => RefundProgress.Decide(
                account, new RefundStep(action.RefundId, kind, today, action.Note), context),
            cancellation);
    }

    public async Task DrawRetry(CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        var today = Today(await Entity(cancellation));
        if (RetryDrawing.Due(_account.State, today) is not { } retry)
            return;
        var terms = await Desk.Terms(_account.State, today, cancellation);
        var token = await CardTokenOf(retry.ReceiptId, cancellation);
        // The version is part of the id: what came up since the last look is looked at.
        var id = string.Create(CultureInfo.InvariantCulture, $"retry-{today:uuuu-MM-dd}-{_account.Version}");
        await Run(
            new CommandEnvelope(id, "job", "retry", "scheduler", clock.GetUtcNow()),
            RequestHash.Of("draw-retry", id),
            retry.ReceiptId,
            (account, _) => RetryDrawing.Decide(account, today, token, terms.Cash),
            cancellation);
    }

    // The token of a card stands in the event that booked its money, and nowhere else.
    private async Task<string?> CardTokenOf(string receiptId, CancellationToken cancellation)
    {
        if (_account.State.Cash.Receipt(receiptId)?.Method != CashMethod.Card)
            return null;
        await foreach (var stored in store.ReadEvents(Key, 0, cancellation))
        {
            if (stored.Happened is AccountEvent.ReceiptBooked booked && booked.ReceiptId == receiptId)
                return booked.CardToken;
        }
        return null;
    }

    public async Task<Reply<Receipt>> ResumeAutomaticPayment(
        CommandEnvelope envelope, CancellationToken cancellation)
    {
        var today = await Desk.Today(envelope.At, cancellation);
        return await Run(
            envelope,
            RequestHash.Of("resume-automatic-payment", ""),
            null,
            (account, context) => AutomaticPayment.Decide(account, today, context),
            cancellation);
    }

    public async Task<CashView?> Cash(CancellationToken cancellation)
    {
        await CatchUp(cancellation);
        return _account.Version == 0 ? null : _account.ToCash();
    }

    private NodaTime.LocalDate? ValueOn(string receiptId) => _account.State.Cash.Receipt(receiptId)?.ValueOn;

    private static ApplyCash ToCommand(string receiptId, PaymentApplication application, NodaTime.LocalDate on) =>
        new(receiptId, application.ApplicationId, CashMapping.ToWishes(application.Items), on)
        {
            Allocation = CashMapping.ToAllocation(application.Allocation),
        };

    // The events are applied to a copy; nothing of it is kept.
    private Reply<PaymentPreview> Preview(
        CommandEnvelope envelope, string receiptId, Decision<AccountEvent> decision)
    {
        if (decision.Refusal is { } refusal)
            return refusal.ToReply<PaymentPreview>();
        var unstored = new EventEnvelope(envelope.ToContext(), "", null, _account.Version, []);
        var after = decision.Events.Aggregate(
            _account.State, (account, happened) => account.Apply(happened, unstored));
        var applied = decision.Events.OfType<AccountEvent.ReceiptApplied>().LastOrDefault();
        return new Reply<PaymentPreview>(new PaymentPreview(
            applied?.Application.ToView(),
            after.Cash.Receipt(receiptId)?.UnappliedMinor ?? 0,
            after.Balance.Minor,
            _account.Version));
    }

    private static Refusal WordUnknown(string field, string? word) =>
        new("word-unknown", $"{field}: '{word}' is none of the words it can be.");
}
