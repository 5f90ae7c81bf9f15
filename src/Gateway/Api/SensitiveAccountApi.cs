using System.Collections.Immutable;
using BillingActors.Gateway.Audit;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Storage.Audit;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/sensitive-accounts and /v1/accounts/…/sensitive: accounts at which every look is noted.</summary>
internal static class SensitiveAccountApi
{
    private const string Kind = "account";

    public static void MapSensitiveAccounts(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/v1/sensitive-accounts", List).WithTags("Audit").Reads(Permissions.SensitiveMark)
            .WithSummary("Lists the accounts at which every look is noted.");
        var account = routes.MapGroup("/v1/accounts/{entityId}/{accountId}/sensitive").WithTags("Audit");
        account.MapPost("/", Mark).Changes(Permissions.SensitiveMark).NeedsReason()
            .Refuses(ProblemCode.AccountUnknown)
            .WithSummary("Has every look at an account noted from now on.");
        account.MapDelete("/", Unmark).Changes(Permissions.SensitiveMark).NeedsReason()
            .Refuses(ProblemCode.AccountUnknown)
            .WithSummary("Has looks at an account no longer noted.");
    }

    private static async Task<Ok<ImmutableArray<SensitiveAccount>>> List(
        Caller caller, ISensitiveAccounts store, CancellationToken cancellation) =>
        TypedResults.Ok<ImmutableArray<SensitiveAccount>>(
            [.. (await store.List(cancellation)).Where(one => caller.Scope.Allows(one.EntityId))]);

    private static async Task<Results<NoContent, ProblemHttpResult>> Mark(
        [AsParameters] AccountRoute account, Command command, [AsParameters] Watch watch,
        CancellationToken cancellation)
    {
        if (account.Grain is not { } grain || await grain.Balance(cancellation) is null)
            return Refused.Account();
        var noted = Note(account, command, watch, "account-marked-sensitive");
        var marked = new SensitiveAccount(
            account.EntityId, account.AccountId, command.Envelope.Reason!, command.PersonId, noted.At);
        return Done(await watch.Store.Mark(marked, noted, cancellation), account, watch);
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> Unmark(
        [AsParameters] AccountRoute account, Command command, [AsParameters] Watch watch,
        CancellationToken cancellation) =>
        account.Grain is null
            ? Refused.Account()
            : Done(
                await watch.Store.Unmark(
                    account.EntityId, account.AccountId,
                    Note(account, command, watch, "account-unmarked-sensitive"), cancellation),
                account, watch);

    private static NoContent Done(bool isNew, AccountRoute account, Watch watch)
    {
        if (!isNew)
            account.Http.MarkReplay();
        watch.Marks.Forget();
        return TypedResults.NoContent();
    }

    private static AuditEntry Note(AccountRoute account, Command command, Watch watch, string action) => command.Note(
        action, new AuditSubject(Kind, account.Key, account.EntityId, account.AccountId), watch.Clock);

    private sealed record Watch(ISensitiveAccounts Store, SensitiveMarks Marks, TimeProvider Clock);
}
