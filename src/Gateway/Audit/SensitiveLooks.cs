using System.Collections.Immutable;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Console;
using BillingActors.Grains.Interfaces;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Reports;

namespace BillingActors.Gateway.Audit;

/// <summary>
/// Notes every look at a sensitive account or one of its invoices, through either door, before it is granted. Commands
/// are not looks: they are in the account's own history.
/// </summary>
internal static class SensitiveLooks
{
    private const string Invoice = "/invoices/{id}";

    /// <summary>Stands behind authorization: who was refused has not looked.</summary>
    public static IApplicationBuilder UseSensitiveLooks(this IApplicationBuilder app) => app.Use(async (http, next) =>
    {
        if (http.GetEndpoint() is RouteEndpoint endpoint
            && (HttpMethods.IsGet(http.Request.Method) || endpoint.Metadata.GetMetadata<OnlyLooks>() is not null))
        {
            await NoteLook(http, endpoint);
        }
        await next(http);
    });

    private static async Task NoteLook(HttpContext http, RouteEndpoint endpoint)
    {
        var keys = KeysOf(endpoint, http.Request.RouteValues);
        if (keys.IsEmpty || http.User.FindFirst(BillingClaim.Person) is not { } person)
            return;
        var marks = http.RequestServices.GetRequiredService<SensitiveMarks>();
        foreach (var key in keys)
        {
            if (await marks.Has(key, http.RequestAborted))
                await Append(http, person.Value, key);
        }
    }

    private static Task<bool> Append(HttpContext http, string personId, string key)
    {
        var (entityId, accountId) = AccountKey.Split(key);
        var source = ConsoleHosting.IsConsole(http) ? Noting.Console : Noting.Api;
        var subject = new AuditSubject("account", key, entityId, accountId);
        var entry = http.Note((personId, source), SensitiveSight.Action, subject) with
        {
            After = http.Request.Path.Value,
        };
        return http.RequestServices.GetRequiredService<IAuditTrail>().Append(entry, http.RequestAborted);
    }

    /// <summary>The accounts a path can mean; an invoice id names its account, with dots that may be borders.</summary>
    private static ImmutableArray<string> KeysOf(RouteEndpoint endpoint, RouteValueDictionary values)
    {
        if (values["entityId"] is string entityId && values["accountId"] is string accountId)
            return [AccountKey.Of(entityId, accountId)];
        var isInvoice = endpoint.RoutePattern.RawText?.Contains(Invoice, StringComparison.OrdinalIgnoreCase) == true;
        return isInvoice && values["id"] is string invoiceId ? InvoiceId.Split(invoiceId).AccountKeys : [];
    }
}
