using BillingActors.Gateway.Audit;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Ledger;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/ledger/{entityId}/periods: what is locked, lock, and reopen with a second person.</summary>
internal static class PeriodApi
{
    public static void MapPeriods(this IEndpointRouteBuilder ledger)
    {
        ledger.MapGet("/periods", Periods).Reads(Permissions.LedgerRead).Refuses(ProblemCode.RecordUnknown)
            .WithSummary("What is locked in the books, and every change of it.");
        ledger.MapPost("/periods/lock", Lock).Changes(Permissions.LedgerClose)
            .Refuses(ProblemCode.RecordUnknown, ProblemCode.EntityUnknown, "date-not-allowed", "month-not-over",
                "soft-lock-missing").Noted("period-locked", "legal-entity")
            .WithSummary("Locks all months up to and including one, softly or for everybody.");
        ledger.MapPost("/periods/reopen", Ask).Changes(Permissions.LedgerClose).NeedsReason()
            .Refuses(ProblemCode.RecordUnknown, "date-not-allowed", "month-open")
            .Noted("period-reopening-asked", "legal-entity")
            .WithSummary("Asks for a locked month, and those after it, to be opened again.");
        ledger.MapPost("/periods/reopen/approve", Approve).Changes(Permissions.LedgerReopen).NeedsReason()
            .Refuses(ProblemCode.RecordUnknown, "date-not-allowed", "reopening-unknown", "second-person-needed")
            .Noted("period-reopened", "legal-entity")
            .WithSummary("Opens the month somebody else asked for, and those after it.");
    }

    private static async Task<Results<Ok<PeriodsView>, ProblemHttpResult>> Periods(
        [AsParameters] LedgerRoute route, CancellationToken cancellation) =>
        await route.Exists(cancellation)
            ? TypedResults.Ok(await route.Periods.Periods(cancellation))
            : LedgerRoute.Unknown();

    private static async Task<Results<Ok<PeriodsView>, ProblemHttpResult>> Lock(
        [AsParameters] LedgerRoute route, LockMonth body, Command command, CancellationToken cancellation) =>
        await route.Exists(cancellation)
            ? (await route.Periods.Lock(command.Envelope, body, cancellation)).ToOk(route.Http)
            : LedgerRoute.Unknown();

    private static async Task<Results<Ok<PeriodsView>, ProblemHttpResult>> Ask(
        [AsParameters] LedgerRoute route, ReopenMonth body, Command command, CancellationToken cancellation) =>
        await route.Exists(cancellation)
            ? (await route.Periods.AskReopening(command.Envelope, body, cancellation)).ToOk(route.Http)
            : LedgerRoute.Unknown();

    private static async Task<Results<Ok<PeriodsView>, ProblemHttpResult>> Approve(
        [AsParameters] LedgerRoute route, ReopenMonth body, Command command, CancellationToken cancellation) =>
        await route.Exists(cancellation)
            ? (await route.Periods.Reopen(command.Envelope, body, cancellation)).ToOk(route.Http)
            : LedgerRoute.Unknown();
}
