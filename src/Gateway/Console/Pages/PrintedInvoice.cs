using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Console.Access;
using BillingActors.Gateway.Invoices;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Console.Pages;

/// <summary>The page of an invoice to print, the same as the API gives.</summary>
internal static class PrintedInvoice
{
    public static void MapPrintedInvoice(this IEndpointRouteBuilder routes) =>
        routes.MapGet(ConsolePath.Root + "/invoices/{id}/page", Print)
            .RequireAuthorization(ConsoleScheme.PolicyOf(Permissions.InvoicesRead)).ExcludeFromDescription();

    private static async Task<Results<ContentHttpResult, NotFound>> Print(
        string id, HttpContext http, InvoiceReading invoices, CancellationToken cancellation)
    {
        if (await invoices.Find(Caller.Of(http.User), id, cancellation) is not { } invoice)
            return TypedResults.NotFound();
        http.Response.Headers.ContentSecurityPolicy = PrintedPage.PolicyBeside; // The page of the invoice shows it.
        var parties = await invoices.PartiesOf(invoice, cancellation);
        return TypedResults.Content(Invoices.InvoicePage.Write(invoice, parties), "text/html; charset=utf-8");
    }
}
