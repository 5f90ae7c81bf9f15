using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Invoices;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Accounts;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.Net.Http.Headers;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/invoices: an invoice as data and as a page to print.</summary>
internal static class InvoiceApi
{
    private const string Html = "text/html";

    public static void MapInvoices(this IEndpointRouteBuilder routes)
    {
        var invoice = routes.MapGroup("/v1/invoices/{id}").WithTags("Invoices");
        invoice.MapGet("/", View).Reads(Permissions.InvoicesRead).Refuses(ProblemCode.InvoiceUnknown)
            .WithSummary("Shows an invoice by id or number, as JSON or, where text/html is asked for, to print.");
        invoice.MapGet("/page", Page).Reads(Permissions.InvoicesRead).Refuses(ProblemCode.InvoiceUnknown)
            .Produces<string>(StatusCodes.Status200OK, Html)
            .WithSummary("Shows an invoice as a page to print.");
    }

    private static async Task<Results<Ok<InvoiceView>, ContentHttpResult, ProblemHttpResult>> View(
        string id, Caller caller, InvoiceReading invoices, HttpContext http, CancellationToken cancellation)
    {
        if (await invoices.Find(caller, id, cancellation) is not { } invoice)
            return Unknown();
        http.Response.Headers.Vary = HeaderNames.Accept;
        return PrefersHtml(http.Request)
            ? await Print(invoice, invoices, http, cancellation)
            : TypedResults.Ok(invoice);
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> Page(
        string id, Caller caller, InvoiceReading invoices, HttpContext http, CancellationToken cancellation) =>
        await invoices.Find(caller, id, cancellation) is { } invoice
            ? await Print(invoice, invoices, http, cancellation)
            : Unknown();

    private static async Task<ContentHttpResult> Print(
        InvoiceView invoice, InvoiceReading invoices, HttpContext http, CancellationToken cancellation)
    {
        var parties = await invoices.PartiesOf(invoice, cancellation);
        http.Response.Headers.ContentSecurityPolicy = PrintedPage.ContentPolicy;
        return TypedResults.Content(InvoicePage.Write(invoice, parties), Html + "; charset=utf-8");
    }

    private static bool PrefersHtml(HttpRequest request)
    {
        var accepted = request.GetTypedHeaders().Accept;
        var first = accepted.OrderByDescending(type => type.Quality ?? 1).FirstOrDefault();
        return first is not null && first.MediaType.Equals(Html, StringComparison.OrdinalIgnoreCase);
    }

    private static ProblemHttpResult Unknown() => Refused.With(ProblemCode.InvoiceUnknown, "There is no such invoice.");
}
