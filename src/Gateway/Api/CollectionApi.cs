using System.Collections.Immutable;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Letters;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Collections;
using BillingActors.Storage.Reports;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/collections, /v1/dunning and those of an account, reading: worklist, preview, letters.</summary>
internal static class CollectionApi
{
    private const string Html = "text/html";

    public static void MapCollections(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/collections", List).WithTags("Collections").Reads(Permissions.CollectionsRead).IsPaged()
            .WithSummary("Lists accounts that are dunned or have an arrangement; level is the lowest wanted.");
        routes.MapGet("/v1/dunning/preview", Preview).WithTags("Collections").Reads(Permissions.CollectionsRead)
            .IsPaged().WithSummary("Shows what dunning would do on a day, account by account; it changes nothing.");
        var account = routes.MapGroup("/v1/accounts/{entityId}/{accountId}/collections").WithTags("Collections");
        account.MapGet("/", View).Reads(Permissions.CollectionsRead).Refuses(ProblemCode.AccountUnknown)
            .WithSummary("Shows the collection of an account: letters, blocks, promises, plans, orders.");
        account.MapGet("/preview", PreviewOne).Reads(Permissions.CollectionsRead).Refuses(ProblemCode.AccountUnknown)
            .WithSummary("Shows what dunning would do to an account on a day.");
        account.MapGet("/disconnection", Check).Reads(Permissions.CollectionsRead)
            .Refuses(ProblemCode.AccountUnknown).WithSummary("Names every reason against cutting a supply on a day.");
        account.MapGet("/letters/{letterId}", Letter).Reads(Permissions.CollectionsRead)
            .Refuses(ProblemCode.AccountUnknown, "letter-unknown").WithSummary("Shows a letter as it was sent.");
        account.MapGet("/letters/{letterId}/page", LetterPage).Reads(Permissions.CollectionsRead)
            .Refuses(ProblemCode.AccountUnknown, "letter-unknown").Produces<string>(StatusCodes.Status200OK, Html)
            .WithSummary("Shows a letter as a page to print; a reprint is the same to the byte.");
    }

    private static async Task<Ok<Page<CollectionRow>>> List(
        int? level, PageQuery page, Caller caller, ICollectionReports reports, CancellationToken cancellation)
    {
        var rows = await reports.Collections(
            caller.Scope, level ?? 0, page.Position, page.Limit + 1, cancellation);
        return TypedResults.Ok(page.Cut(rows, row => row.EntityId + "/" + row.AccountId));
    }

    private static async Task<Ok<Page<DunningPreviewView>>> Preview(
        [AsParameters] PreviewList list, ICollectionReports reports, CancellationToken cancellation)
    {
        var keys = await reports.Overdue(
            list.Caller.Scope, list.On, list.Page.Position, list.Page.Limit + 1, cancellation);
        var cut = list.Page.Cut(keys, key => key);
        var views = ImmutableArray.CreateBuilder<DunningPreviewView>(cut.Items.Length);
        foreach (var key in cut.Items)
        {
            var grain = list.Grains.GetGrain<IAccountCollectionsGrain>(key);
            if (await grain.PreviewDunning(list.On, cancellation) is { } view)
                views.Add(view);
        }
        return TypedResults.Ok(new Page<DunningPreviewView>(views.ToImmutable(), cut.NextCursor));
    }

    private static async Task<Results<Ok<CollectionView>, ProblemHttpResult>> View(
        [AsParameters] AccountRoute account, CancellationToken cancellation)
    {
        if (account.Collections() is not { } grain || await grain.ViewCollection(cancellation) is not { } view)
            return Refused.Account();
        account.Http.Tag(view.Version);
        return TypedResults.Ok(view);
    }

    private static async Task<Results<Ok<DunningPreviewView>, ProblemHttpResult>> PreviewOne(
        [AsParameters] AccountRoute account, DateOnly on, CancellationToken cancellation) =>
        account.Collections() is { } grain && await grain.PreviewDunning(on, cancellation) is { } view
            ? TypedResults.Ok(view)
            : Refused.Account();

    private static async Task<Results<Ok<DisconnectionCheckView>, ProblemHttpResult>> Check(
        [AsParameters] AccountRoute account,
        string contractId,
        DateOnly on,
        [AsParameters] ForecastQuery forecast,
        CancellationToken cancellation)
    {
        var wanted = new OrderDisconnection("check", contractId, on, forecast.LowCelsius, forecast.HighCelsius);
        return account.Collections() is { } grain && await grain.CheckDisconnection(wanted, cancellation) is { } view
            ? TypedResults.Ok(view)
            : Refused.Account();
    }

    private static async Task<Results<Ok<LetterView>, ProblemHttpResult>> Letter(
        [AsParameters] AccountRoute account, string letterId, CancellationToken cancellation)
    {
        if (account.Collections() is not { } grain)
            return Refused.Account();
        return await grain.ViewLetter(letterId, cancellation) is { } letter ? TypedResults.Ok(letter) : Unknown();
    }

    private static async Task<Results<ContentHttpResult, ProblemHttpResult>> LetterPage(
        [AsParameters] AccountRoute account, string letterId, LetterReading letters, CancellationToken cancellation)
    {
        if (account.Collections() is not { } grain)
            return Refused.Account();
        if (await grain.ViewLetter(letterId, cancellation) is not { } letter)
            return Unknown();
        var parties = await letters.PartiesOf(letter, cancellation);
        account.Http.Response.Headers.ContentSecurityPolicy = Letters.LetterPage.ContentPolicy;
        return TypedResults.Content(Letters.LetterPage.Write(letter, parties), Html + "; charset=utf-8");
    }

    private static ProblemHttpResult Unknown() => Refused.With("letter-unknown", "There is no such letter.");

    private sealed record PreviewList(DateOnly On, PageQuery Page, Caller Caller, IGrainFactory Grains);

    private sealed record ForecastQuery(decimal? LowCelsius, decimal? HighCelsius);
}
