using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Gateway.Reports;
using BillingActors.Grains.Interfaces.Reports;
using BillingActors.Storage.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/reports: key figures, and the lists behind them.</summary>
internal static class ReportApi
{
    public static void MapReports(this IEndpointRouteBuilder routes)
    {
        var reports = routes.MapGroup("/v1/reports/receivables").WithTags("Reports");
        reports.MapGet("/", Figures).Reads(Permissions.ReportsRead)
            .WithSummary("Key figures of receivables (DSO, past due, unapplied cash, age of disputes, CEI) for each "
                + "legal entity and currency; days are those that sales are counted over, 90 when not given.");
        reports.MapGet("/{entityId}/past-due", PastDue).Reads(Permissions.ReportsRead).IsPaged()
            .Refuses(ProblemCode.RecordUnknown)
            .WithSummary("Lists the accounts with something past due in a currency, the largest first.");
        reports.MapGet("/{entityId}/unapplied-cash", Unapplied).Reads(Permissions.ReportsRead).IsPaged()
            .Refuses(ProblemCode.RecordUnknown)
            .WithSummary("Lists the receipts in a currency with a rest that waits for a person, the oldest first.");
    }

    private static async Task<Results<Ok<ReceivablesReport>, ProblemHttpResult>> Figures(
        int? days, [AsParameters] ReportRoute route, CancellationToken cancellation)
    {
        var counted = days ?? ReceivablesPeriod.Days;
        return ReceivablesPeriod.IsUsable(counted)
            ? TypedResults.Ok(await route.Figures(counted, cancellation))
            : Refused.With(ProblemCode.RequestInvalid, $"days must be 30 to {ReceivablesPeriod.DaysMax}.");
    }

    private static async Task<Results<Ok<Page<PastDueRow>>, ProblemHttpResult>> PastDue(
        string entityId, string currency, [AsParameters] ReportRoute route, PageQuery page,
        CancellationToken cancellation)
    {
        if (!route.Caller.Scope.Allows(entityId))
            return Unknown();
        var rows = await route.Reports.PastDue(
            new(entityId, currency), route.Today, PastDuePlace.Read(page.Position), page.Limit + 1, cancellation);
        return TypedResults.Ok(page.Cut(rows, PastDuePlace.Write));
    }

    private static async Task<Results<Ok<Page<UnappliedReceiptRow>>, ProblemHttpResult>> Unapplied(
        string entityId, string currency, [AsParameters] ReportRoute route, PageQuery page,
        CancellationToken cancellation)
    {
        if (!route.Caller.Scope.Allows(entityId))
            return Unknown();
        var rows = await route.Reports.Unapplied(
            new(entityId, currency), UnappliedPlace.Read(page.Position), page.Limit + 1, cancellation);
        return TypedResults.Ok(page.Cut(rows, UnappliedPlace.Write));
    }

    private static ProblemHttpResult Unknown() =>
        Refused.With(ProblemCode.RecordUnknown, "There is no such legal-entity.");
}
