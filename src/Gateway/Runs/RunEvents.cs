using System.Globalization;
using System.Text.Json;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.BillRuns;
using Microsoft.AspNetCore.Http.Json;
using Microsoft.Extensions.Options;

namespace BillingActors.Gateway.Runs;

/// <summary>
/// The run as server-sent events: first as it stands, then whenever it changed. Every event holds the whole run under
/// its sequence as id, so a reader that comes back misses nothing that still matters.
/// </summary>
internal sealed class RunEvents(IBillRunGrain run, TimeProvider clock, GatewayOptions options, long? lastSeen) : IResult
{
    /// <summary>Media type of the stream.</summary>
    public const string MediaType = "text/event-stream";

    private const string LastEventId = "Last-Event-ID";

    /// <summary>The id of the last event the caller got, or null.</summary>
    public static long? LastSeen(HttpRequest request) =>
        long.TryParse(request.Headers[LastEventId], NumberStyles.None, CultureInfo.InvariantCulture, out var id)
            ? id
            : null;

    /// <summary>Whether nothing will change any more.</summary>
    public static bool IsOver(RunView view) =>
        view.Stage is "closed" or "cancelled"
        || (view is { IsDryRun: true, Working: null } && view.Stage is "calculated" or "reconciled");

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.ContentType = MediaType;
        response.Headers.CacheControl = "no-cache, no-store";
        response.Headers["X-Accel-Buffering"] = "no"; // A proxy that collects the stream would make it late.
        try
        {
            await Send(response, httpContext.RequestAborted);
        }
        catch (OperationCanceledException) when (httpContext.RequestAborted.IsCancellationRequested)
        {
            // The reader left; that is how most of these streams end.
        }
    }

    private async Task Send(HttpResponse response, CancellationToken cancellation)
    {
        var seen = lastSeen;
        var quietSince = clock.GetTimestamp();
        if (seen is not null)
            await Write(response, ": resumed\n\n", cancellation);
        while (await run.View(cancellation) is { } view)
        {
            if (view.Sequence != seen)
            {
                await Write(response, EventOf(response, view), cancellation);
                (seen, quietSince) = (view.Sequence, clock.GetTimestamp());
            }
            else if (clock.GetElapsedTime(quietSince).TotalSeconds >= options.HeartbeatSeconds)
            {
                await Write(response, ": still here\n\n", cancellation);
                quietSince = clock.GetTimestamp();
            }
            if (IsOver(view))
                return;
            await Task.Delay(TimeSpan.FromMilliseconds(options.EventPollMilliseconds), clock, cancellation);
        }
    }

    private static string EventOf(HttpResponse response, RunView view)
    {
        var settings = response.HttpContext.RequestServices.GetRequiredService<IOptions<JsonOptions>>();
        var json = settings.Value.SerializerOptions;
        return string.Create(CultureInfo.InvariantCulture,
            $"id: {view.Sequence}\nevent: run\ndata: {JsonSerializer.Serialize(view, json)}\n\n");
    }

    private static async Task Write(HttpResponse response, string text, CancellationToken cancellation)
    {
        await response.WriteAsync(text, cancellation);
        await response.Body.FlushAsync(cancellation);
    }
}
