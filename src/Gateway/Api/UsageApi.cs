using System.Collections.Immutable;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Storage.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/service-points/{id}/usage and /reads: what was measured, with version and import.</summary>
internal static class UsageApi
{
    public static void MapUsage(this IEndpointRouteBuilder routes)
    {
        var point = routes.MapGroup("/v1/service-points/{id}").WithTags("Usage");
        point.MapGet("/usage", Days).Reads(Permissions.UsageRead)
            .Refuses(ProblemCode.RecordUnknown, ProblemCode.PeriodInvalid)
            .WithSummary("Lists the newest interval days of a service point; until is exclusive.");
        point.MapGet("/reads", Reads).Reads(Permissions.UsageRead)
            .Refuses(ProblemCode.RecordUnknown, ProblemCode.PeriodInvalid)
            .WithSummary("Lists the newest register reads of a service point; until is exclusive.");
    }

    private static async Task<Results<Ok<ImmutableArray<UsageDay>>, ProblemHttpResult>> Days(
        [AsParameters] PointDays point, IReports reports, CancellationToken cancellation) =>
        await point.Problem(cancellation) is { } problem
            ? problem
            : TypedResults.Ok(await reports.Usage(point.Id, point.From, point.Until, cancellation));

    private static async Task<Results<Ok<ImmutableArray<ReadRow>>, ProblemHttpResult>> Reads(
        [AsParameters] PointDays point, IReports reports, CancellationToken cancellation) =>
        await point.Problem(cancellation) is { } problem
            ? problem
            : TypedResults.Ok(await reports.Reads(point.Id, point.From, point.Until, cancellation));

    private sealed record PointDays(string Id, DateOnly From, DateOnly Until, Caller Caller, IGrainFactory Grains)
    {
        public async Task<ProblemHttpResult?> Problem(CancellationToken cancellation) =>
            new DayRange(From, Until).Problem
            ?? (await Grains.Find(Caller, (MasterKindName.ServicePoint, Id), cancellation) is null
                ? Refused.With(ProblemCode.RecordUnknown, "There is no such service-point.")
                : null);
    }
}
