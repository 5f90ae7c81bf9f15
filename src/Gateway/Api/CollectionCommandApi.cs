using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Collections;
using BillingActors.Grains.Interfaces.Commands;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/accounts/{entityId}/{accountId}/collections, changing: each path takes one kind of command.</summary>
internal static class CollectionCommandApi
{
    public static void MapCollectionCommands(this IEndpointRouteBuilder routes)
    {
        var account = routes.MapGroup("/v1/accounts/{entityId}/{accountId}/collections").WithTags("Collections");
        account.MapBlocks();
        account.MapArrangements();
        account.MapAgencies();
        account.MapSupply();
    }

    private static void MapBlocks(this IEndpointRouteBuilder account)
    {
        account.Takes<SetCollectionProfile>("/profile", static (g, e, c, t) => g.SetCollectionProfile(e, c, t))
            .Changes(Permissions.CollectionsWork).WithSummary("Puts an account into a segment and a jurisdiction.");
        account.Takes<PlaceBlock>("/blocks", static (g, e, c, t) => g.PlaceBlock(e, c, t))
            .Changes(Permissions.CollectionsWork).NeedsReason()
            .Refuses("id-taken", "kind-unknown", "too-many-blocks", "date-not-allowed")
            .WithSummary("Stops collection for some days or until further notice.");
        account.Takes<LiftBlock>("/blocks/lift", static (g, e, c, t) => g.LiftBlock(e, c, t))
            .Changes(Permissions.CollectionsWork).NeedsReason().Refuses("block-unknown")
            .WithSummary("Lifts a block before its end.");
    }

    private static void MapArrangements(this IEndpointRouteBuilder account)
    {
        account.Takes<MakePromise>("/promises", static (g, e, c, t) => g.MakePromise(e, c, t))
            .Changes(Permissions.PromisesTake)
            .Refuses("id-taken", "promise-running", "amount-not-positive", "exceeds-open", "item-unknown",
                "item-elsewhere", "too-far-ahead", "too-many-broken-promises", "date-not-allowed")
            .WithSummary("Takes a promise to pay.");
        account.Takes<EndArrangement>("/promises/end", static (g, e, c, t) => g.EndPromise(e, c, t))
            .Changes(Permissions.CollectionsWork).Refuses("promise-unknown", "already-ended", "kind-unknown")
            .WithSummary("Takes a promise back.");
        account.Takes<AgreePlan>("/plans", static (g, e, c, t) => g.AgreePlan(e, c, t))
            .Changes(Permissions.CollectionsWork)
            .Refuses("id-taken", "plan-running", "too-many-plans", "instalments-invalid", "too-far-ahead",
                "item-unknown", "item-disputed", "item-elsewhere")
            .WithSummary("Agrees on instalments in the place of due dates.");
        account.Takes<EndArrangement>("/plans/end", static (g, e, c, t) => g.EndPlan(e, c, t))
            .Changes(Permissions.CollectionsWork).Refuses("plan-unknown", "already-ended", "kind-unknown")
            .WithSummary("Ends a payment plan by hand.");
    }

    private static void MapAgencies(this IEndpointRouteBuilder account)
    {
        account.Takes<PlaceWithAgency>("/placements", static (g, e, c, t) => g.PlaceWithAgency(e, c, t))
            .Changes(Permissions.CollectionsApprove)
            .Refuses("id-taken", "percent-invalid", "collection-blocked", "item-unknown", "not-overdue",
                "item-disputed", "item-elsewhere")
            .WithSummary("Hands items to an agency.");
        account.Takes<EndArrangement>("/placements/end", static (g, e, c, t) => g.EndPlacement(e, c, t))
            .Changes(Permissions.CollectionsWork)
            .Refuses("placement-unknown", "already-ended", "kind-unknown", "date-not-allowed")
            .WithSummary("Takes items back: recalled, or returned by the agency.");
        account.Takes<BookCommission>("/commissions", static (g, e, c, t) => g.BookCommission(e, c, t))
            .Changes(Permissions.CollectionsApprove).NeedsReason()
            .Refuses("placement-unknown", "amount-not-positive", "exceeds-open", "date-not-allowed", "id-taken")
            .WithSummary("Books what an agency kept of what it collected.");
    }

    private static void MapSupply(this IEndpointRouteBuilder account)
    {
        account.Takes<ServeNotice>("/notices", static (g, e, c, t) => g.ServeNotice(e, c, t))
            .Changes(Permissions.CollectionsWork)
            .Refuses("contract-unknown", "id-taken", "kind-unknown", "date-not-allowed")
            .WithSummary("Notes the legal notice before a disconnection.");
        account.Takes<RecordContact>("/contacts", static (g, e, c, t) => g.RecordContact(e, c, t))
            .Changes(Permissions.CollectionsWork).Refuses("id-taken")
            .WithSummary("Notes an attempt to reach the customer.");
        account.Takes<OrderDisconnection>("/disconnections", static (g, e, c, t) => g.OrderDisconnection(e, c, t))
            .Changes(Permissions.CollectionsApprove).NeedsReason()
            .Refuses("contract-unknown", "id-taken", "disconnection-blocked")
            .WithSummary("Orders that a supply is cut; refused with every reason against it.");
        account.Takes<OrderReconnection>("/reconnections", static (g, e, c, t) => g.OrderReconnection(e, c, t))
            .Changes(Permissions.CollectionsWork).Refuses("contract-unknown", "id-taken", "not-disconnected")
            .WithSummary("Orders that a supply is switched on again.");
        account.Takes<EndArrangement>("/orders/end", static (g, e, c, t) => g.EndOrder(e, c, t))
            .Changes(Permissions.CollectionsWork)
            .Refuses("order-unknown", "already-ended", "kind-unknown", "date-not-allowed")
            .WithSummary("Notes that an order was carried out, or takes it back.");
    }

    private static RouteHandlerBuilder Takes<TCommand>(
        this IEndpointRouteBuilder account,
        string path,
        Func<IAccountCollectionsGrain, CommandEnvelope, TCommand, CancellationToken, Task<Reply<Receipt>>> send)
        where TCommand : class =>
        account.MapPost(
            path,
            ([AsParameters] AccountRoute route, TCommand body, Command command, CancellationToken cancellation) =>
                route.Send(
                    command, route.Collections(), (grain, envelope) => send(grain, envelope, body, cancellation)))
            .Refuses(ProblemCode.AccountUnknown);
}
