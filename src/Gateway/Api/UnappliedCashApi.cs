using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Payments;
using BillingActors.Gateway.Problems;
using BillingActors.Gateway.Reports;
using BillingActors.Storage.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/payments/unapplied: money of known accounts that is set against nothing, with proposals.</summary>
internal static class UnappliedCashApi
{
    public static void MapUnappliedCash(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/v1/payments/unapplied/{entityId}", List).WithTags("Payments")
            .Reads(Permissions.PaymentsRead).IsPaged().Refuses(ProblemCode.RecordUnknown)
            .WithSummary("Lists receipts in a currency with a rest that waits for a person, the oldest first, with "
                + "what the rule set would pay: items of the account, or else of accounts the reference names.");

    private static async Task<Results<Ok<Page<UnappliedCash>>, ProblemHttpResult>> List(
        string entityId, string currency, [AsParameters] ReportRoute route, PageQuery page,
        UnappliedProposals proposals, CancellationToken cancellation)
    {
        if (!route.Caller.Scope.Allows(entityId))
            return Refused.With(ProblemCode.RecordUnknown, "There is no such legal-entity.");
        var rows = await route.Reports.Unapplied(
            new(entityId, currency), UnappliedPlace.Read(page.Position), page.Limit + 1, cancellation);
        var found = await proposals.For(rows, route.Asked, cancellation);
        return TypedResults.Ok(page.Cut(found, cash => UnappliedPlace.Write(cash.Receipt)));
    }
}
