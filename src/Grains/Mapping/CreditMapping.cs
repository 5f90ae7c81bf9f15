using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Disputes;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Accounts;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Credits;
using NodaTime;

namespace BillingActors.Grains.Mapping;

/// <summary>Credit memos, adjustments, write-offs and approvals, wire ↔ domain.</summary>
internal static class CreditMapping
{
    /// <summary>The action, or null where its kind is no kind there is.</summary>
    public static MoneyAction? ToAction(this AdjustOpenItem command, LocalDate on) => KindOf(command) is { } kind
        ? new MoneyAction.Adjusting(new AdjustItem(
            command.AdjustmentId, command.ItemId, command.AmountMinor, kind, command.Code, on))
        : null;

    /// <summary>The action with the taxes of its items, or null where its kind is no kind there is.</summary>
    public static MoneyAction? ToAction(
        this WriteOffOpenItems command, LocalDate on, ImmutableArray<TaxedItem> items) => KindOf(command) is { } kind
        ? new MoneyAction.WritingOff(new WriteOffItems(command.WriteOffId, kind, command.Code, on, items))
        : null;

    public static MoneyAction ToAction(this RecoverWrittenOff command, LocalDate on) => new MoneyAction.Recovering(
        new RecoverWriteOff(command.RecoveryId, command.WriteOffId, command.AmountMinor, on));

    public static MoneyAction ToAction(this Interfaces.Collections.WaiveCharge command) => new MoneyAction.Waiving(
        new(command.WaiverId, command.ItemId, command.AmountMinor, command.On.ToDomain()));

    public static MoneyAction ToAction(this CreditIssuedInvoice command, CreditableInvoice invoice, LocalDate on) =>
        new MoneyAction.Crediting(new IssueCreditMemo(
            command.CreditId,
            invoice,
            command.LinesOf(),
            command.Code,
            on));

    /// <summary>The lines of a correction; none for all of the invoice.</summary>
    public static ImmutableArray<LineCredit> LinesOf(this CreditIssuedInvoice command) =>
        command.Lines is { IsDefault: false } lines
            ? [.. lines.Select(line => new LineCredit(line.Number, line.NetMinor))]
            : [];

    /// <summary>What a correction would do to the account as it stands.</summary>
    public static CreditPreview ToView(this CreditQuote quote, Account account) => new(
        [.. quote.Lines.Select(line => new CreditPreviewLine(
            line.Number, line.LeftNetMinor, line.LeftTaxMinor, line.NetMinor, line.TaxMinor))],
        [.. quote.Taxes.Select(tax => new CreditPreviewTax(tax.Code, tax.Percent, tax.BaseMinor, tax.AmountMinor))],
        quote.NetMinor,
        quote.TaxMinor,
        quote.MostMinor,
        account.Balance.Minor - quote.NetMinor - quote.TaxMinor,
        quote.Refusal?.Code,
        quote.Refusal?.Detail);

    public static MoneyAction ToAction(
        this InvoicePast past, CancelIssuedInvoice command, CreditableInvoice invoice, LocalDate on) =>
        new MoneyAction.Cancelling(new CancelInvoice(
            command.CreditId,
            invoice,
            past.Contracts,
            past.Charges,
            past.LaterInvoice,
            command.Code,
            on));

    /// <summary>What waits, with what it would do to the account as it stands.</summary>
    public static PendingActionView ToView(this PendingAction waiting, Account account)
    {
        var after = After(waiting, account);
        return new PendingActionView(
            waiting.RequestId,
            waiting.Action.Name,
            waiting.EffectMinor,
            waiting.MakerId,
            waiting.Reason,
            waiting.On.ToWire(),
            waiting.ExpiresOn.ToWire(),
            account.Balance.Minor,
            after?.Balance.Minor,
            Changed(account, after ?? account),
            Changed(after ?? account, account),
            (waiting.Action as MoneyAction.Refunding)?.Command.Payee,
            [.. account.DocumentsOf(waiting.RequestId)]);
    }

    /// <summary>done, waiting or given-up.</summary>
    public static string StateOf(this Account account, string actionId)
    {
        if (account.Requests.Any(waiting => waiting.RequestId == actionId))
            return "waiting";
        var isDone = account.TransferOut(actionId) is not null
            || account.Adjustments.Any(done => done.Id == actionId)
            || account.CreditMemos.Any(done => done.CreditId == actionId)
            || account.Cash.Refund(actionId) is not null
            || account.Disputes.Any(done => done.Outcome is not null and not DisputeStage.Withdrawn
                && MoneyAction.CreditingDispute.IdOf(done.Id) == actionId)
            || account.Collected.Charges.Any(charge => charge.Waivers.Any(done => done.Id == actionId))
            || account.WriteOffs.Any(done =>
                done.Id == actionId || done.RecoveryIds.Contains(actionId, StringComparer.Ordinal))
            || account.Deposited.Deposits.Any(deposit => deposit.Move(actionId) is not null);
        return isDone ? "done" : "given-up";
    }

    private static ImmutableArray<Interfaces.Accounts.OpenItemView> Changed(Account account, Account other) =>
        [.. account.OpenItems.Where(item => !other.OpenItems.Contains(item)).Select(item => item.ToView())];

    // As its maker, because nobody knows yet who will agree; nothing of it is stored.
    private static Account? After(PendingAction waiting, Account account)
    {
        var context = new CommandContext(
            waiting.RequestId,
            new Actor(ActorKind.Person, waiting.MakerId),
            "preview",
            Instant.MinValue,
            waiting.Reason);
        var decision = waiting.Action.Decide(account, context);
        return decision.IsRefused ? null : decision.After(account, context, waiting.RequestId);
    }

    /// <summary>The account as it would be; a document, which has no id before it is issued, takes that.</summary>
    public static Account After(
        this Decision<AccountEvent> decision, Account account, CommandContext context, string id) =>
        decision.Events.Aggregate(account, (now, happened) =>
            now.Apply(Named(happened, id), new EventEnvelope(context, "", null, 1, [])));

    /// <summary>What something would do to the account.</summary>
    public static ActionPreview ToPreview(
        this Account account, Account after, (long EffectMinor, bool IsWaiting) what) => new(
            what.EffectMinor,
            what.IsWaiting,
            Sums(account),
            Sums(after),
            Changed(account, after),
            Changed(after, account));

    /// <summary>What was given up at once.</summary>
    public static WriteOffView ToView(this WriteOff writeOff) => new(
        writeOff.Id,
        writeOff.Kind.ToCode(),
        writeOff.LeftMinor,
        writeOff.TaxRelief.Sum(tax => tax.AmountMinor),
        [.. writeOff.Shares.Select(share => share.Number)],
        writeOff.RecoveryIds);

    private static ActionSums Sums(Account account) => new(
        account.Balance.Minor,
        account.Unapplied.Minor,
        account.Deposited.HeldMinor,
        account.Cash.Refunds.Where(refund => refund.IsPending).Sum(refund => refund.AmountMinor));

    private static AccountEvent Named(AccountEvent happened, string id) =>
        happened is AccountEvent.CreditMemoIssued memo ? memo with { MemoId = id } : happened;

    private static AdjustmentKind? KindOf(AdjustOpenItem command) => command.Kind switch
    {
        "goodwill" => AdjustmentKind.Goodwill,
        _ => null,
    };

    private static WriteOffKind? KindOf(WriteOffOpenItems command) => command.Kind switch
    {
        "small-balance" => WriteOffKind.SmallBalance,
        "bad-debt" => WriteOffKind.BadDebt,
        _ => null,
    };
}
