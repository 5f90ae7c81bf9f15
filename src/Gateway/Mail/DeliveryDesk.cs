using System.Collections.Immutable;
using BillingActors.Gateway.Api;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Invoices;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Deliveries;
using Microsoft.Extensions.Options;

namespace BillingActors.Gateway.Mail;

/// <summary>
/// Has an invoice sent, and lists where it was sent to, through either door. Who may not see contacts of customers does
/// not see addresses here either.
/// </summary>
internal sealed class DeliveryDesk(
    IDeliveryStore store, InvoiceReading invoices, IGrainFactory grains, IOptions<MailOptions> options)
{
    /// <summary>Has an invoice sent, under an id that belongs to the request.</summary>
    public async Task<Reply<DocumentDelivery>> Ask(
        Caller caller, (string InvoiceId, DeliveryWish Wish) what, (string DeliveryId, AuditEntry Noted) request,
        CancellationToken cancellation)
    {
        if (await invoices.Find(caller, what.InvoiceId, cancellation) is not { } invoice)
            return No(ProblemCode.InvoiceUnknown, "There is no such invoice.");
        if (await store.Find(request.DeliveryId, cancellation) is { } before)
            return Again(before, invoice, what.Wish);
        if (!options.Value.Missing.IsEmpty)
        {
            return No(ProblemCode.MailNotSetUp,
                $"Missing: {string.Join(", ", options.Value.Missing)}; see docs/operating/mail.md.");
        }
        var own = await AddressesOf(caller, invoice.CustomerId, cancellation);
        if (Check(what.Wish, own, request.Noted.Reason) is { } problem)
            return new Reply<DocumentDelivery>(null, problem);
        var delivery = Delivery(invoice, what.Wish.Address?.Trim() ?? own[0], own, request);
        var entry = request.Noted with
        {
            Action = "delivery-asked",
            Subject = new AuditSubject("invoice", invoice.InvoiceId, invoice.EntityId, invoice.AccountId),
            After = delivery.Recipient == DocumentDelivery.ToCustomer
                ? "by e-mail to the customer"
                : "by e-mail to another address",
        };
        return await store.Add(delivery, entry, cancellation) switch
        {
            DeliveryAdding.Added => new Reply<DocumentDelivery>(delivery),
            DeliveryAdding.Known when await store.Find(delivery.DeliveryId, cancellation) is { } other =>
                Again(other, invoice, what.Wish),
            _ => No(ProblemCode.PersonErased, "The customer was erased: nothing can be sent to anybody."),
        };
    }

    /// <summary>What was sent of an invoice, newest first; null where the caller may not see it.</summary>
    public async Task<ImmutableArray<DocumentDelivery>?> List(
        Caller caller, string invoiceId, CancellationToken cancellation)
    {
        if (await invoices.Find(caller, invoiceId, cancellation) is not { } invoice)
            return null;
        var deliveries = await store.Of(invoice.InvoiceId, cancellation);
        return RolePermissions.Allow(caller.Roles, Permissions.CustomersRead)
            ? deliveries
            : [.. deliveries.Select(one => one with { Address = null })];
    }

    /// <summary>The e-mail addresses of the customer as they are now, the first one first.</summary>
    public async Task<ImmutableArray<string>> AddressesOf(
        Caller caller, string customerId, CancellationToken cancellation)
    {
        var found = await grains.Find(caller, (MasterKindName.Customer, customerId), cancellation);
        return
        [
            .. (found?.Content.Customer?.Contacts ?? []).Where(contact => contact.Kind == "email")
                .Select(contact => contact.Value.Trim()).Where(EmailAddress.IsUsable),
        ];
    }

    private static Problem? Check(DeliveryWish wish, ImmutableArray<string> own, string? reason) => wish.Address switch
    {
        null when own.IsEmpty => new Problem(
            ProblemCode.AddressMissing, "The customer has no e-mail address that can be used; name another one."),
        null => null,
        { } address when !EmailAddress.IsUsable(address.Trim()) => new Problem(
            ProblemCode.AddressInvalid, "Write one address, such as name@example.com."),
        { } address when reason is null && !IsOwn(address, own) => new Problem(
            ProblemCode.ReasonMissing, "Say why it goes to another address than the customer's."),
        _ => null,
    };

    private DocumentDelivery Delivery(
        InvoiceView invoice, string address, ImmutableArray<string> own,
        (string DeliveryId, AuditEntry Noted) request) => new(
        request.DeliveryId, invoice.EntityId, invoice.AccountId, invoice.CustomerId, invoice.InvoiceId,
        invoice.Number, DocumentDelivery.Email,
        IsOwn(address, own) ? DocumentDelivery.ToCustomer : DocumentDelivery.ToOther, address,
        $"{request.DeliveryId}@{EmailAddress.DomainOf(options.Value.From)}", request.Noted.At,
        request.Noted.ActorId, request.Noted.Reason, DocumentDelivery.Queued, NextAt: request.Noted.At);

    private static bool IsOwn(string address, ImmutableArray<string> own) =>
        own.Contains(address.Trim(), StringComparer.OrdinalIgnoreCase);

    private static Reply<DocumentDelivery> Again(DocumentDelivery before, InvoiceView invoice, DeliveryWish wish) =>
        before.InvoiceId == invoice.InvoiceId
            && (wish.Address is null ? before.Recipient == DocumentDelivery.ToCustomer
                : before.Address is null || before.Address == wish.Address.Trim())
            ? new Reply<DocumentDelivery>(before, IsReplay: true)
            : No(ProblemCode.IdReused, "This key was used to send something else.");

    private static Reply<DocumentDelivery> No(string code, string detail) => Reply<DocumentDelivery>.No(code, detail);
}
