using System.Collections.Immutable;
using BillingActors.Gateway.Audit;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Mail;
using BillingActors.Gateway.Problems;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Deliveries;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/invoices/{id}/deliveries: has an invoice sent, and lists where it was sent to.</summary>
internal static class DeliveryApi
{
    public static void MapDeliveries(this IEndpointRouteBuilder routes)
    {
        var deliveries = routes.MapGroup("/v1/invoices/{id}/deliveries").WithTags("Invoices");
        deliveries.MapPost("/", Ask).Changes(Permissions.InvoicesSend)
            .Refuses(ProblemCode.InvoiceUnknown, ProblemCode.MailNotSetUp, ProblemCode.AddressMissing,
                ProblemCode.AddressInvalid, ProblemCode.ReasonMissing, ProblemCode.PersonErased)
            .WithSummary("Has an invoice sent by e-mail, to the customer or, with a reason, to another address.");
        deliveries.MapGet("/", List).Reads(Permissions.InvoicesRead).Refuses(ProblemCode.InvoiceUnknown)
            .WithSummary("Lists when and where an invoice was sent, newest first, at most 100; addresses only for who "
                + "may see contacts of customers.");
    }

    private static async Task<Results<Accepted<DocumentDelivery>, ProblemHttpResult>> Ask(
        string id, DeliveryWish body, Command command, [AsParameters] Parts parts, CancellationToken cancellation)
    {
        var noted = command.Note("", new AuditSubject("invoice", id), parts.Clock);
        var reply = await parts.Deliveries.Ask(
            command.Caller, (id, body), (command.IdOfNew("delivery"), noted), cancellation);
        return reply.ToAccepted(parts.Http, $"/v1/invoices/{Uri.EscapeDataString(id)}/deliveries");
    }

    private static async Task<Results<Ok<ImmutableArray<DocumentDelivery>>, ProblemHttpResult>> List(
        string id, Caller caller, DeliveryDesk deliveries, CancellationToken cancellation) =>
        await deliveries.List(caller, id, cancellation) is { } rows
            ? TypedResults.Ok(rows)
            : Refused.With(ProblemCode.InvoiceUnknown, "There is no such invoice.");

    private sealed record Parts(DeliveryDesk Deliveries, TimeProvider Clock, HttpContext Http);
}
