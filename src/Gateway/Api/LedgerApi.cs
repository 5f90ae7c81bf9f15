using System.Collections.Immutable;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Storage.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/ledger/{entityId}: sums of ledger accounts between two booking days.</summary>
internal static class LedgerApi
{
    public static void MapLedger(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/ledger/{entityId}", Sums).WithTags("Ledger").Reads(Permissions.LedgerRead)
            .Refuses(ProblemCode.RecordUnknown, ProblemCode.PeriodInvalid)
            .WithSummary("Sums the postings of a legal entity by ledger account; until is exclusive.");

    private static async Task<Results<Ok<ImmutableArray<LedgerSum>>, ProblemHttpResult>> Sums(
        [AsParameters] EntityDays days, IReports reports, CancellationToken cancellation)
    {
        if (new DayRange(days.From, days.Until).Problem is { } problem)
            return problem;
        var entity = (MasterKindName.LegalEntity, days.EntityId);
        if (await days.Grains.Find(days.Caller, entity, cancellation) is null)
            return Refused.With(ProblemCode.RecordUnknown, "There is no such legal-entity.");
        return TypedResults.Ok(await reports.Ledger(days.EntityId, days.From, days.Until, cancellation));
    }

    private sealed record EntityDays(
        string EntityId, DateOnly From, DateOnly Until, Caller Caller, IGrainFactory Grains);
}
