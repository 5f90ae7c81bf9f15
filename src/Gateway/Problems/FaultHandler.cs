using System.Data.Common;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.BillRuns;
using BillingActors.Storage.Inbox;
using BillingActors.Storage.MasterData;
using Microsoft.AspNetCore.Diagnostics;

namespace BillingActors.Gateway.Problems;

/// <summary>
/// Turns what was thrown into a problem that tells the caller what to do and nothing about our insides.
/// </summary>
internal sealed partial class FaultHandler(ILogger<FaultHandler> log) : IExceptionHandler
{
    private const string RetryAfterSeconds = "1";

    public async ValueTask<bool> TryHandleAsync(HttpContext http, Exception exception, CancellationToken cancellation)
    {
        if (exception is OperationCanceledException && http.RequestAborted.IsCancellationRequested)
            return true; // Nobody waits for an answer any more.
        var (code, detail) = Explain(exception);
        var kind = ProblemCatalogue.Of(code);
        if (kind.Status >= 500)
            LogFault(log, exception, code, EndpointOf(http));
        if (exception is InboxFullException full)
            http.Response.Headers.RetryAfter = Seconds(full.RetryAfter);
        else if (kind.Status == StatusCodes.Status503ServiceUnavailable)
            http.Response.Headers.RetryAfter = RetryAfterSeconds;
        await Refused.With(code, detail).ExecuteAsync(http);
        return true;
    }

    /// <summary>What a fault means to the caller.</summary>
    public static (string Code, string Detail) Explain(Exception exception) => exception switch
    {
        ProblemException problem => (problem.Code, problem.Message),
        BadHttpRequestException bad => Explain(bad),
        InboxFullException => (ProblemCode.StreamFull, "Too much waits to be worked off."),
        StoreBusyException => (ProblemCode.StoreBusy, "The store has more to write than it can take."),
        StaleVersionException or StaleRunException =>
            (ProblemCode.StoreBusy, "Another writer was first; the call had no effect."),
        StaleRecordException => (ProblemCode.StaleVersion, "The record was changed by somebody else."),
        ActiveRunException => (ProblemCode.RunActive, "The cycle has another run that is not closed."),
        // A silo that ends cancels what was about to begin there.
        UnknownOutcomeException or TimeoutException or OperationCanceledException =>
            (ProblemCode.OutcomeUnknown, "No answer came in time."),
        DbException => (ProblemCode.StoreBusy, "The store cannot be reached."),
        OrleansException => (ProblemCode.ClusterUnreachable, "The cluster did not answer."),
        _ => (ProblemCode.Internal, ""),
    };

    private static string Seconds(TimeSpan time) => time.TotalSeconds.ToString("F0", CultureInfo.InvariantCulture);

    private static (string Code, string Detail) Explain(BadHttpRequestException bad) => bad.StatusCode switch
    {
        StatusCodes.Status413PayloadTooLarge => (ProblemCode.BodyTooLarge, "The body is larger than allowed."),
        StatusCodes.Status415UnsupportedMediaType =>
            (ProblemCode.MediaTypeUnsupported, "The body has a media type this call does not read."),
        _ when bad.InnerException is JsonException json => (ProblemCode.BodyInvalid,
            $"The body breaks the schema at {json.Path ?? "$"}, line {(json.LineNumber ?? 0) + 1}."),
        _ => (ProblemCode.RequestInvalid, ParameterOf(bad) is { Length: > 0 } name
            ? $"{name} is missing or not well formed."
            : "A parameter or the body is missing or not well formed."),
    };

    // Its name alone: what was sent in its place may name a customer.
    private static string ParameterOf(BadHttpRequestException bad) =>
        Parameter().Match(bad.Message).Groups["name"].Value;

    [GeneratedRegex(@"parameter ""\S+ (?<name>\w+)""", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Parameter();

    /// <summary>The endpoint that failed; its route, not the path, which could name a customer.</summary>
    private static string EndpointOf(HttpContext http) =>
        http.Features.Get<IExceptionHandlerFeature>()?.Endpoint?.DisplayName ?? http.Request.Method;

    [LoggerMessage(LogLevel.Error, "Answered {Code} to {Endpoint}")]
    private static partial void LogFault(ILogger logger, Exception exception, string code, string endpoint);
}
