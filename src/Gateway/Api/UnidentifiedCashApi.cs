using System.Collections.Immutable;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Payments;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Storage.Cash;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/payments/unidentified: money nobody knows the account of, and where it may belong.</summary>
internal static class UnidentifiedCashApi
{
    private const string CashUnknown = "cash-unknown";

    public static void MapUnidentifiedCash(this IEndpointRouteBuilder routes)
    {
        var waiting = routes.MapGroup("/v1/payments/unidentified").WithTags("Payments");
        waiting.MapGet("/", List).Reads(Permissions.PaymentsRead).IsPaged()
            .WithSummary("Lists unidentified cash that is not moved yet.");
        waiting.MapGet("/{entityId}/{cashId}/proposals", Propose).Reads(Permissions.PaymentsRead)
            .Refuses(CashUnknown)
            .WithSummary("Proposes accounts it may belong to, best first, with the reasons and what the rule set would "
                + "pay there.");
        waiting.MapPost("/{entityId}/{cashId}/move", Move).Changes(Permissions.PaymentsWrite).NeedsReason()
            .Refuses(CashUnknown, "cash-moved", "account-unknown", "currency-mismatch", "receipt-exists")
            .WithSummary("Moves it to the account it belongs to.");
    }

    private static async Task<Ok<Page<UnidentifiedCash>>> List(
        PageQuery page, Caller caller, IUnidentifiedCashStore store, CancellationToken cancellation)
    {
        var rows = await store.Waiting(caller.Scope, page.Position, page.Limit + 1, cancellation);
        return TypedResults.Ok(page.Cut(rows, row => CashKey.Of(row.EntityId, row.Payment.ReceiptId)));
    }

    private static async Task<Results<Ok<ImmutableArray<CashProposal>>, ProblemHttpResult>> Propose(
        [AsParameters] CashRoute route, IUnidentifiedCashStore store, CashProposals proposals,
        CancellationToken cancellation) =>
        route.Caller.Scope.Allows(route.EntityId)
        && await store.Read(route.EntityId, route.CashId, cancellation) is { } cash
            ? TypedResults.Ok(await proposals.Applied(
                cash, await proposals.For(cash, cancellation), route.Asked, cancellation))
            : Unknown();

    private static async Task<Results<Ok<Receipt>, ProblemHttpResult>> Move(
        [AsParameters] CashRoute route, FoundAccount body, Command command, IGrainFactory grains,
        CancellationToken cancellation)
    {
        if (!route.Caller.Scope.Allows(route.EntityId))
            return Unknown();
        if (!PathIds.IsId(body.AccountId))
            return Refused.Account();
        var cash = grains.GetGrain<IUnidentifiedCashGrain>(CashKey.Of(route.EntityId, route.CashId));
        return (await cash.Move(command.Envelope, body, cancellation)).ToOk(route.Http);
    }

    private static ProblemHttpResult Unknown() => Refused.With(CashUnknown, "There is no such unidentified cash.");

    private sealed record CashRoute(
        string EntityId, string CashId, Caller Caller, HttpContext Http,
        [FromKeyedServices(BillingClock.Key)] TimeProvider Clock)
    {
        public CommandEnvelope Asked => Caller.Asking(Clock.GetUtcNow());
    }
}
