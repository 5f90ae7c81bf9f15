using System.Collections.Immutable;
using BillingActors.Gateway.Audit;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Ledger;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Storage.Ledger;
using BillingActors.Storage.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/ledger/{entityId}: sums, trial balance, ages, journal and chart of a legal entity.</summary>
internal static class LedgerApi
{
    private const string Csv = "text/csv";

    public static void MapLedger(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/ledger/{entityId}", Sums).WithTags("Ledger").Reads(Permissions.LedgerRead)
            .Refuses(ProblemCode.RecordUnknown, ProblemCode.PeriodInvalid)
            .WithSummary("Sums the postings of a legal entity by ledger account; until is exclusive.");
        var ledger = routes.MapGroup("/v1/ledger/{entityId}").WithTags("Ledger");
        ledger.MapGet("/trial-balance", TrialBalance).Reads(Permissions.LedgerRead)
            .Refuses(ProblemCode.RecordUnknown, ProblemCode.PeriodInvalid)
            .WithSummary("Balances and turnovers by general-ledger account; until is exclusive.");
        ledger.MapGet("/trial-balance/csv", TrialBalanceCsv).Reads(Permissions.LedgerRead)
            .Refuses(ProblemCode.RecordUnknown, ProblemCode.PeriodInvalid)
            .Produces<string>(StatusCodes.Status200OK, Csv)
            .Noted("trial-balance-exported", "legal-entity")
            .WithSummary("The trial balance as CSV.");
        ledger.MapGet("/ageing", Ageing).Reads(Permissions.LedgerRead)
            .Refuses(ProblemCode.RecordUnknown, ProblemCode.RequestInvalid)
            .WithSummary("Open items of all accounts by age at the end of a day, beside the control accounts.");
        ledger.MapGet("/ageing/csv", AgeingCsv).Reads(Permissions.LedgerRead)
            .Refuses(ProblemCode.RecordUnknown, ProblemCode.RequestInvalid)
            .Produces<string>(StatusCodes.Status200OK, Csv)
            .Noted("ageing-exported", "legal-entity")
            .WithSummary("Every account with something open, by age, as CSV.");
        ledger.MapGet("/chart", Chart).Reads(Permissions.LedgerRead).Refuses(ProblemCode.RecordUnknown)
            .WithSummary("The chart of accounts that holds on a day, those rules included that the default gives.");
        ledger.MapJournal();
        ledger.MapPeriods();
    }

    private static async Task<Results<Ok<ImmutableArray<LedgerSum>>, ProblemHttpResult>> Sums(
        [AsParameters] LedgerRoute route, [AsParameters] Days days, IReports reports, CancellationToken cancellation)
    {
        if (days.Range.Problem is { } problem)
            return problem;
        return await route.Exists(cancellation)
            ? TypedResults.Ok(await reports.Ledger(route.EntityId, days.From, days.Until, cancellation))
            : LedgerRoute.Unknown();
    }

    private static async Task<Results<Ok<TrialBalanceView>, ProblemHttpResult>> TrialBalance(
        [AsParameters] LedgerRoute route, [AsParameters] Days days, CancellationToken cancellation)
    {
        if (days.Range.Problem is { } problem)
            return problem;
        return await route.Books(days.Last, cancellation) is { } books
            ? TypedResults.Ok(await route.Reports.TrialBalance(books, days.From, days.Until, cancellation))
            : LedgerRoute.Unknown();
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> TrialBalanceCsv(
        [AsParameters] LedgerRoute route, [AsParameters] Days days, CancellationToken cancellation)
    {
        if (days.Range.Problem is { } problem)
            return problem;
        if (await route.Books(days.Last, cancellation) is not { } books)
            return LedgerRoute.Unknown();
        var view = await route.Reports.TrialBalance(books, days.From, days.Until, cancellation);
        return TypedResults.Content(LedgerCsv.Of(view), Csv + "; charset=utf-8");
    }

    private static async Task<Results<Ok<AgeingView>, ProblemHttpResult>> Ageing(
        [AsParameters] LedgerRoute route, [AsParameters] AgeingDay day, CancellationToken cancellation)
    {
        if (day.Problem is { } problem)
            return problem;
        return await route.Books(day.AsOf, cancellation) is { } books
            ? TypedResults.Ok((await route.Reports.Ageing(books, day.AsOf, day.IsByDocument, cancellation)).Summary)
            : LedgerRoute.Unknown();
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> AgeingCsv(
        [AsParameters] LedgerRoute route, [AsParameters] AgeingDay day, CancellationToken cancellation)
    {
        if (day.Problem is { } problem)
            return problem;
        if (await route.Books(day.AsOf, cancellation) is not { } books)
            return LedgerRoute.Unknown();
        var report = await route.Reports.Ageing(books, day.AsOf, day.IsByDocument, cancellation);
        return TypedResults.Content(LedgerCsv.Of(report), Csv + "; charset=utf-8");
    }

    private static async Task<Results<Ok<ImmutableArray<ChartRuleRecord>>, ProblemHttpResult>> Chart(
        [AsParameters] LedgerRoute route, DateOnly on, CancellationToken cancellation) =>
        await route.Books(on, cancellation) is { } books
            ? TypedResults.Ok(ChartMapping.RulesInForce(books.Chart))
            : LedgerRoute.Unknown();

    private sealed record Days(DateOnly From, DateOnly Until)
    {
        public DayRange Range => new(From, Until);

        public DateOnly Last => Until.AddDays(-1);
    }
}
