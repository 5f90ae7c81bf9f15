using BillingActors.Gateway.Audit;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Console.Access;
using BillingActors.Gateway.Console.Look;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Invoices;
using BillingActors.Grains.Interfaces;
using BillingActors.Storage.Audit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Console.Lists;

/// <summary>/console/export: a list as a file, with the rights and the query it is seen with.</summary>
internal static partial class ExportEndpoint
{
    /// <summary>The address of a list as a file.</summary>
    public static string PathOf(IDeskList list, ListFile file, ListQuery query) =>
        $"{ConsolePath.Root}/export/{list.Name}.{file.Name}?{query.ToAddress()}";

    public static void MapExports(this WebApplication app)
    {
        foreach (var list in app.Services.GetServices<IDeskList>())
        {
            foreach (var file in ListFile.All)
            {
                app.MapGet(
                    $"{ConsolePath.Root}/export/{list.Name}.{file.Name}",
                    (HttpContext http, CancellationToken cancellation) =>
                        Export(new Wish(list, file, http), cancellation))
                    .RequireAuthorization(ConsoleScheme.PolicyOf(list.Permission))
                    .RequireRateLimiting(Bucket.Read).ExcludeFromDescription();
            }
        }
    }

    private static async Task<Results<PushStreamHttpResult, ForbidHttpResult>> Export(
        Wish wish, CancellationToken cancellation)
    {
        var services = wish.Http.RequestServices;
        var clock = services.GetRequiredKeyedService<TimeProvider>(BillingClock.Key);
        var log = services.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(ExportEndpoint));
        var caller = Caller.Of(wish.Http.User);
        var export = new ListExport(wish.List, caller, ListQuery.Of(wish.Http.Request.Query));
        var count = await wish.List.Count(caller, export.Query, ListExport.CountMax, cancellation);
        if (!ListExport.Allows(caller, count))
            return TypedResults.Forbid(authenticationSchemes: [ConsoleScheme.Session]);
        await Note(wish, caller, (export.Query, count), cancellation);
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        var name = $"{wish.List.Name}-{PrintedAmount.Day(day)}.{wish.File.Name}";
        return TypedResults.Stream(
            async output =>
            {
                var written = await wish.File.Write(export, output, cancellation);
                LogExported(log, caller.PersonId, written, name);
            },
            wish.File.ContentType, name);
    }

    // Before the first byte: without the entry there is no export. What was searched for may be a person's name, and
    // stays out of the trail; that something was searched for does not.
    private static Task<bool> Note(
        Wish wish, Caller caller, (ListQuery Query, long Count) what, CancellationToken cancellation)
    {
        var entry = wish.Http.Note(
            (caller.PersonId, Noting.Console), "list-exported", new AuditSubject("list", wish.List.Name));
        var filter = what.Query with { Text = what.Query.Text.Length == 0 ? "" : "*" };
        // A long list was counted no further than its limit.
        var rows = (what.Count > ListExport.CountMax ? "more than " : "") + Words.Count(
            Math.Min(what.Count, ListExport.CountMax), wish.List.Noun.One, wish.List.Noun.Many);
        return wish.Http.RequestServices.GetRequiredService<IAuditTrail>().Append(
            entry with { After = $"{wish.File.Name}, {rows}, {filter.ToAddress()}".TrimEnd(' ', ',') }, cancellation);
    }

    // What was searched for may be a person's name: it stays out of the log.
    [LoggerMessage(LogLevel.Information, "{PersonId} exported {Count} rows as {FileName}")]
    private static partial void LogExported(ILogger logger, string personId, long count, string fileName);

    private sealed record Wish(IDeskList List, ListFile File, HttpContext Http);
}
