using BillingActors.Gateway.Audit;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Console.Access;
using BillingActors.Gateway.Console.Lists.Jobs;
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
        app.MapGet(ConsolePath.Exports + "/{id}", Take)
            .RequireAuthorization(ConsoleScheme.PolicyOf(Permissions.ExportsLarge))
            .RequireRateLimiting(Bucket.Read).AddEndpointFilter(PathIds.Shared).ExcludeFromDescription();
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

    private static async Task<Results<PushStreamHttpResult, RedirectHttpResult, ForbidHttpResult>> Export(
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
        if (count > ListExport.CountMax)
            return TypedResults.Redirect(ConsolePath.Exports); // A second person agrees, and it is written as a job.
        await Note(wish.Http, (export, wish.File), count, cancellation);
        var name = NameOf(wish.List, wish.File, clock);
        return TypedResults.Stream(
            async output =>
            {
                var written = await wish.File.Write(export, output, cancellation);
                LogExported(log, caller.PersonId, written, name);
            },
            wish.File.ContentType, name);
    }

    /// <summary>A file that was written as a job, for who asked for it; each taking is noted before.</summary>
    private static async Task<Results<FileStreamHttpResult, NotFound>> Take(
        string id, HttpContext http, ExportJobs jobs, CancellationToken cancellation)
    {
        if (await jobs.Open(Caller.Of(http.User), id, cancellation) is not (var job, var bytes))
            return TypedResults.NotFound();
        http.Response.RegisterForDisposeAsync(bytes);
        await Note(http, (job.Export, job.File), job.WrittenCount, cancellation);
        var clock = http.RequestServices.GetRequiredKeyedService<TimeProvider>(BillingClock.Key);
        return TypedResults.File(bytes, job.File.ContentType, NameOf(job.Export.List, job.File, clock));
    }

    private static string NameOf(IDeskList list, ListFile file, TimeProvider clock)
    {
        var day = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);
        return $"{list.Name}-{PrintedAmount.Day(day)}.{file.Name}";
    }

    // Before the first byte: without the entry there is no export.
    private static Task<bool> Note(
        HttpContext http, (ListExport Export, ListFile File) what, long count, CancellationToken cancellation)
    {
        var entry = http.Note(
            (what.Export.Caller.PersonId, Noting.Console), "list-exported",
            new AuditSubject("list", what.Export.List.Name));
        return http.RequestServices.GetRequiredService<IAuditTrail>().Append(
            entry with { After = ExportNote.Of(what.File, what.Export, count) }, cancellation);
    }

    // What was searched for may be a person's name: it stays out of the log.
    [LoggerMessage(LogLevel.Information, "{PersonId} exported {Count} rows as {FileName}")]
    private static partial void LogExported(ILogger logger, string personId, long count, string fileName);

    private sealed record Wish(IDeskList List, ListFile File, HttpContext Http);
}
