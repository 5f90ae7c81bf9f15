using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Credits;
using BillingActors.Grains.Mapping;
using BillingActors.Storage.Reports;
using Microsoft.Extensions.DependencyInjection;

namespace BillingActors.Grains.Accounts;

/// <summary>Credit memos and cancellations: decisions about documents, and documents of their own.</summary>
internal sealed partial class AccountGrain
{
    public async Task<Reply<ActionReceipt>> CreditInvoice(
        CommandEnvelope envelope,
        ImmutableArray<string> roles,
        CreditIssuedInvoice command,
        CancellationToken cancellation)
    {
        var (invoice, refusal) = await IssuedInvoice(command.InvoiceId, cancellation);
        if (invoice is null)
            return refusal!.ToReply<ActionReceipt>();
        return await Act(
            new Asked(envelope, roles, RequestHash.Of("credit-memo", command), command.CreditId),
            async (entity, token) => command.ToAction(await Creditable(invoice, token), Today(entity)),
            cancellation);
    }

    public async Task<Reply<ActionReceipt>> CancelInvoice(
        CommandEnvelope envelope,
        ImmutableArray<string> roles,
        CancelIssuedInvoice command,
        CancellationToken cancellation)
    {
        var (invoice, refusal) = await IssuedInvoice(command.InvoiceId, cancellation);
        if (invoice is null)
            return refusal!.ToReply<ActionReceipt>();
        return await Act(
            new Asked(envelope, roles, RequestHash.Of("cancel-invoice", command), command.CreditId),
            async (entity, token) =>
            {
                var past = await InvoicePast.Read(store.ReadEvents(Key, 0, token), invoice.InvoiceId);
                return past.ToAction(command, await Creditable(invoice, token), Today(entity));
            },
            cancellation);
    }

    public async Task<Reply<CreditPreview>> PreviewCredit(CreditIssuedInvoice command, CancellationToken cancellation)
    {
        var (invoice, refusal) = await IssuedInvoice(command.InvoiceId, cancellation);
        if (invoice is null)
            return refusal!.ToReply<CreditPreview>();
        var creditable = await Creditable(invoice, cancellation);
        await CatchUp(cancellation);
        var account = _account.State;
        return new(CreditMemoIssuing.Quote(account, creditable, command.LinesOf()).ToView(account));
    }

    // The document never changes, so it may be read before the turn.
    private async Task<(Invoice? Invoice, Refusal? Refusal)> IssuedInvoice(
        string idOrNumber, CancellationToken cancellation)
    {
        var (entityId, accountId) = AccountKey.Split(Key);
        var reports = ServiceProvider.GetRequiredService<IReports>();
        var found = await reports.Invoice(new EntityScope([entityId]), idOrNumber, cancellation);
        if (found?.AccountId != accountId)
            return (null, MemoRefusals.InvoiceUnknown);
        if (found.CorrectsId is not null)
            return (null, MemoRefusals.NotAnInvoice);
        return (await store.ReadInvoice(Key, found.InvoiceId, cancellation), MemoRefusals.InvoiceUnknown);
    }

    // Who pays an invoice does not stand on it, but in the event that issued it: the version its id ends with.
    private async Task<CreditableInvoice> Creditable(Invoice invoice, CancellationToken cancellation)
    {
        var creditable = CreditableInvoice.Of(invoice);
        var version = long.Parse(
            invoice.InvoiceId.AsSpan(invoice.InvoiceId.LastIndexOf('.') + 1), CultureInfo.InvariantCulture);
        await foreach (var stored in store.ReadEvents(Key, version - 1, cancellation))
            return creditable with { ParentId = (stored.Happened as AccountEvent.InvoiceIssued)?.ParentId };
        return creditable;
    }

    // The document of a turn that ends with a credit memo; null for any other.
    private async Task<Invoice?> MemoOf(ImmutableArray<AccountEvent> events, CancellationToken cancellation)
    {
        if (events[^1] is not AccountEvent.CreditMemoIssued memo)
            return null;
        var entity = await Entity(cancellation);
        var reports = ServiceProvider.GetRequiredService<IReports>();
        var invoice = await store.ReadInvoice(Key, memo.InvoiceId, cancellation);
        var view = await reports.Invoice(EntityScope.All, memo.InvoiceId, cancellation);
        Invariant.Holds(invoice is not null && view is not null, "an invoice that is corrected was issued");
        return CreditMemoDocument.Of(invoice!, view!.Number, memo, entity.CreditMemoSeries);
    }
}
