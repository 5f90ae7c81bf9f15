using BillingActors.Gateway.Audit;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Users;
using Microsoft.AspNetCore.Http.HttpResults;

namespace BillingActors.Gateway.Api;

/// <summary>/v1/users: the people of the console, and what they may do.</summary>
internal static class UserApi
{
    public static void MapUsers(this IEndpointRouteBuilder routes)
    {
        var users = routes.MapGroup("/v1/users").WithTags("Users");
        users.MapGet("/", List).Reads(Permissions.UsersManage).IsPaged()
            .WithSummary("Lists the people of the console with their rights, by their id.");
        users.MapGet("/{personId}", View).Reads(Permissions.UsersManage).Refuses(ProblemCode.UserUnknown)
            .WithSummary("Shows a person's rights.");
        users.MapPut("/{personId}", Put).Changes(Permissions.UsersManage).NeedsVersion().CanBeNew()
            .Refuses(ProblemCode.UserUnknown, ProblemCode.UserInvalid, ProblemCode.OwnRights)
            .WithSummary("Gives a person rights; nobody changes their own.");
    }

    private static async Task<Ok<Page<StoredUser>>> List(
        PageQuery page, Caller caller, UserDesk users, CancellationToken cancellation)
    {
        var rows = await users.List(caller, page.Position, page.Limit + 1, cancellation);
        return TypedResults.Ok(page.Cut(rows, row => row.PersonId));
    }

    private static async Task<Results<Ok<StoredUser>, ProblemHttpResult>> View(
        string personId, Caller caller, UserDesk users, HttpContext http, CancellationToken cancellation)
    {
        if (await users.Find(caller, personId, cancellation) is not { } user)
            return Refused.With(ProblemCode.UserUnknown, "There is no such person.");
        http.Tag(user.Version);
        return TypedResults.Ok(user);
    }

    private static async Task<Results<Ok<StoredUser>, ProblemHttpResult>> Put(
        string personId, UserRights body, Command command, [AsParameters] Change change,
        CancellationToken cancellation)
    {
        var noted = command.Note("", new AuditSubject("user", personId), change.Clock);
        var wanted = (personId, change.Precondition.ExpectedVersion, body);
        var reply = await change.Users.Put(command.Caller, wanted, noted, cancellation);
        if (reply.Value is { } stored)
            change.Http.Tag(stored.Version);
        return reply.ToOk(change.Http);
    }

    private sealed record Change(Precondition Precondition, UserDesk Users, TimeProvider Clock, HttpContext Http);
}
