using BillingActors.Gateway.Auth;
using BillingActors.Gateway.OpenApi;
using BillingActors.Gateway.Problems;

namespace BillingActors.Gateway.Http;

/// <summary>What an endpoint declares about itself: permission, bucket, headers and refusals.</summary>
internal static class EndpointRules
{
    /// <summary>A call that reads.</summary>
    public static RouteHandlerBuilder Reads(this RouteHandlerBuilder endpoint, string permission) =>
        endpoint.Needs(permission, Bucket.Read);

    /// <summary>A call that changes something: it needs an Idempotency-Key.</summary>
    public static RouteHandlerBuilder Changes(this RouteHandlerBuilder endpoint, string permission) =>
        endpoint.Needs(permission, Bucket.Money).TakesCommand();

    /// <summary>A call that hands in a file: it needs an Idempotency-Key.</summary>
    public static RouteHandlerBuilder Ingests(this RouteHandlerBuilder endpoint, string permission) =>
        endpoint.Needs(permission, Bucket.Ingest).TakesCommand().WithMetadata(new FileBody());

    /// <summary>The reason is required, not only allowed.</summary>
    public static RouteHandlerBuilder NeedsReason(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(new HeaderNote(CommandHeader.Reason, true, "Why; percent-encoded where it is not ASCII."))
        .Refuses(ProblemCode.ReasonMissing)
        .AddEndpointFilter(static (context, next) =>
            context.Arguments.OfType<Command>().Single().HasReason
                ? next(context)
                : ValueTask.FromResult<object?>(
                    Refused.With(ProblemCode.ReasonMissing, $"The header {CommandHeader.Reason} is missing.")));

    /// <summary>The call replaces a version.</summary>
    public static RouteHandlerBuilder NeedsVersion(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(new HeaderNote("If-Match", false, "ETag of the version to replace."))
        .Refuses(ProblemCode.PreconditionMissing, ProblemCode.VersionInvalid, ProblemCode.StaleVersion);

    /// <summary>The call can make something new, when the caller says so.</summary>
    public static RouteHandlerBuilder CanBeNew(this RouteHandlerBuilder endpoint) =>
        endpoint.WithMetadata(new HeaderNote("If-None-Match", false, "* for a new record."));

    /// <summary>The list comes in pages.</summary>
    public static RouteHandlerBuilder IsPaged(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(
            new QueryNote("cursor", "string", "nextCursor of the page before."),
            new QueryNote("limit", "integer", "Rows of a page, 1 to 500; 50 when not given."))
        .Refuses(ProblemCode.CursorInvalid, ProblemCode.LimitInvalid);

    /// <summary>Problems the call can answer beside those of every call.</summary>
    public static RouteHandlerBuilder Refuses(this RouteHandlerBuilder endpoint, params string[] codes) =>
        endpoint.WithMetadata(new RefusalNote([.. codes]));

    private static RouteHandlerBuilder TakesCommand(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(
            new HeaderNote(CommandHeader.Key, true, "8 to 255 ASCII characters; the same again repeats the answer."),
            new HeaderNote(CommandHeader.Reason, false, "Why; percent-encoded where it is not ASCII."))
        .Refuses(ProblemCode.CommandKeyMissing, ProblemCode.CommandKeyInvalid, ProblemCode.ReasonInvalid,
            ProblemCode.IdReused, ProblemCode.StoreBusy, ProblemCode.OutcomeUnknown);

    private static RouteHandlerBuilder Needs(this RouteHandlerBuilder endpoint, string permission, string bucket) =>
        endpoint.RequireAuthorization(permission)
        .RequireRateLimiting(bucket)
        .AddEndpointFilter(PathIds.Shared)
        .WithMetadata(new PermissionRequirement(permission))
        .Refuses(ProblemCode.RequestInvalid, ProblemCode.IdInvalid, ProblemCode.NotAuthenticated,
            ProblemCode.NotPermitted, ProblemCode.TooManyRequests, ProblemCode.Internal);
}
