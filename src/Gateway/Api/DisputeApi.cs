using System.Collections.Immutable;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Disputes;
using BillingActors.Storage.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/disputes and those of an account: lists, statistics, and the life of a dispute.</summary>
internal static class DisputeApi
{
    public static void MapDisputes(this IEndpointRouteBuilder routes)
    {
        var lists = routes.MapGroup("/v1/disputes").WithTags("Disputes");
        lists.MapGet("/", List).Reads(Permissions.DisputesRead).IsPaged()
            .WithSummary("Lists disputes over all accounts; stage may be undecided.");
        lists.MapGet("/statistics", Statistics).Reads(Permissions.DisputesRead).Refuses(ProblemCode.PeriodInvalid)
            .WithSummary("Counts and sums disputes by reason, root cause and outcome; until is exclusive.");
        var disputes = routes.MapGroup("/v1/accounts/{entityId}/{accountId}/disputes").WithTags("Disputes");
        disputes.MapGet("/", View).Reads(Permissions.DisputesRead).Refuses(ProblemCode.AccountUnknown)
            .WithSummary("Shows the disputes of an account.");
        disputes.MapPost("/", Open).Changes(Permissions.DisputesOpen)
            .Refuses(ProblemCode.AccountUnknown, "item-unknown", "line-unknown", "dispute-exists",
                "dispute-reason-unknown", "amount-not-positive", "dispute-exceeds-item", "dispute-exceeds-line",
                "too-many-disputes", "date-not-allowed")
            .WithSummary("Opens a dispute on an item, a line or a part of it.");
        disputes.MapLife();
    }

    private static void MapLife(this IEndpointRouteBuilder disputes)
    {
        disputes.MapPost("/move", Move).Changes(Permissions.DisputesWork)
            .Refuses(ProblemCode.AccountUnknown, "dispute-unknown", "dispute-wrong-stage", "stage-unknown",
                "note-unknown", "date-not-allowed")
            .WithSummary("Moves a dispute into review, to waiting, withdraws or closes it.");
        disputes.MapPost("/assign", Assign).Changes(Permissions.DisputesWork)
            .Refuses(ProblemCode.AccountUnknown, "dispute-unknown", "dispute-wrong-stage", "date-not-allowed")
            .WithSummary("Gives a dispute to another owner, or another due day.");
        disputes.MapPost("/documents", FileDocument).Changes(Permissions.DisputesOpen)
            .Refuses(ProblemCode.AccountUnknown, "dispute-unknown", "dispute-wrong-stage", "document-exists",
                "too-many-documents")
            .WithSummary("Puts a document to a dispute, by id and kind.");
        disputes.MapPost("/resolve", Resolve).Changes(Permissions.DisputesWork)
            .Refuses(ProblemCode.AccountUnknown, ProblemCode.ReasonMissing, "dispute-unknown", "dispute-wrong-stage",
                "root-cause-unknown", "credit-exceeds-dispute", "date-not-allowed", "credit-above-line",
                "credit-above-invoice", "nothing-to-credit", "item-written-off", "credit-exists", "request-exists")
            .WithSummary("Decides a dispute; a credit above the caller's limit waits for a second person.");
    }

    private static async Task<Ok<Page<DisputeRow>>> List(
        [AsParameters] DisputeList list, ICollectionReports reports, CancellationToken cancellation)
    {
        var (at, page) = (list.Page.Position.LastIndexOf('/'), list.Page);
        var after = at < 0 ? ("", "") : (page.Position[..at], page.Position[(at + 1)..]);
        var filter = new DisputeFilter(list.Stage, list.Owner, list.Reason);
        var rows = await reports.Disputes(list.Caller.Scope, filter, after, page.Limit + 1, cancellation);
        return TypedResults.Ok(page.Cut(rows, row => $"{row.EntityId}/{row.AccountId}/{row.DisputeId}"));
    }

    private static async Task<Results<Ok<ImmutableArray<DisputeStatistic>>, ProblemHttpResult>> Statistics(
        DateOnly from, DateOnly until, Caller caller, ICollectionReports reports, CancellationToken cancellation) =>
        new DayRange(from, until).Problem is { } problem
            ? problem
            : TypedResults.Ok(await reports.DisputeStatistics(caller.Scope, from, until, cancellation));

    private static async Task<Results<Ok<DisputesView>, ProblemHttpResult>> View(
        [AsParameters] AccountRoute account, CancellationToken cancellation)
    {
        if (account.Disputes() is not { } grain || await grain.ViewDisputes(cancellation) is not { } view)
            return Refused.Account();
        account.Http.Tag(view.Version);
        return TypedResults.Ok(view);
    }

    private static Task<Results<Ok<Receipt>, ProblemHttpResult>> Open(
        [AsParameters] AccountRoute account, OpenDispute body, Command command,
        CancellationToken cancellation) => account.Send(
            command, account.Disputes(), (grain, envelope) => grain.OpenDispute(envelope, body, cancellation));

    private static Task<Results<Ok<Receipt>, ProblemHttpResult>> Move(
        [AsParameters] AccountRoute account, MoveDispute body, Command command,
        CancellationToken cancellation) => account.Send(
            command, account.Disputes(), (grain, envelope) => grain.MoveDispute(envelope, body, cancellation));

    private static Task<Results<Ok<Receipt>, ProblemHttpResult>> Assign(
        [AsParameters] AccountRoute account, AssignDispute body, Command command,
        CancellationToken cancellation) => account.Send(
            command, account.Disputes(), (grain, envelope) => grain.AssignDispute(envelope, body, cancellation));

    private static Task<Results<Ok<Receipt>, ProblemHttpResult>> FileDocument(
        [AsParameters] AccountRoute account, FileDisputeDocument body, Command command,
        CancellationToken cancellation) => account.Send(
            command, account.Disputes(), (grain, envelope) => grain.FileDocument(envelope, body, cancellation));

    private static async Task<Results<Ok<ActionReceipt>, ProblemHttpResult>> Resolve(
        [AsParameters] AccountRoute account, ResolveDispute body, Command command,
        CancellationToken cancellation) => account.Disputes() is { } grain
            ? (await grain.ResolveDispute(command.Envelope, account.Caller.Roles, body, cancellation))
                .ToOk(account.Http)
            : Refused.Account();

    private sealed record DisputeList(string? Stage, string? Owner, string? Reason, PageQuery Page, Caller Caller);
}
