using BillingActors.Gateway.Audit;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Console.Access;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Storage.Audit;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Options;

namespace BillingActors.Gateway.Console;

/// <summary>
/// What a page works with: who is at the desk, what this person may do at this moment, and commands in its name. The
/// rules are those of the grains; the console adds none.
/// </summary>
internal sealed partial class Desk(
    AuthenticationStateProvider state,
    Standings standings,
    IOptions<ConsoleOptions> options,
    [FromKeyedServices(BillingClock.Key)] TimeProvider clock,
    TimeProvider wall,
    IAuditTrail trail,
    ILogger<Desk> log)
{
    /// <summary>The day it is for the business.</summary>
    public DateOnly Today => DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime);

    /// <summary>The moment it is for the business.</summary>
    public DateTimeOffset Now => clock.GetUtcNow();

    /// <summary>Who is at the desk; a person whose rights were taken away is nobody.</summary>
    public async Task<Caller> Caller(CancellationToken cancellation) =>
        await Current(cancellation) is (_, { } caller) ? caller : throw new NobodyAtDeskException();

    /// <summary>Whether the person may do something.</summary>
    public async Task<bool> May(string permission, CancellationToken cancellation) =>
        await Current(cancellation) is (_, { } caller) && RolePermissions.Allow(caller.Roles, permission);

    /// <summary>Whether the person logged in so lately that it may approve.</summary>
    public async Task<bool> MayApproveNow(CancellationToken cancellation) =>
        await Current(cancellation) is ({ } session, _) && IsFresh(session);

    /// <summary>
    /// Does something in the person's name, if it may. Whatever goes wrong comes back as a problem; asked again with
    /// the same command, it has its effect once.
    /// </summary>
    public async Task<Reply<T>> Do<T>(
        DeskCommand command, Func<Caller, CommandEnvelope, Task<Reply<T>>> send, CancellationToken cancellation)
        where T : class
    {
        try
        {
            if (await Current(cancellation) is not ({ } session, { } caller))
                return Reply<T>.No(ProblemCode.NotAuthenticated, "Log in again.");
            if (!RolePermissions.Allow(caller.Roles, command.Permission))
                return Reply<T>.No(ProblemCode.NotPermitted, "Your roles were changed.");
            if (command.IsApproval && !IsFresh(session))
                return Reply<T>.No(ProblemCode.NotAuthenticated, "Confirm first that it is you.");
            var envelope = EnvelopeOf(command, caller);
            var reply = await send(caller, envelope);
            if (reply.Value is not null && command.Noted is { } noted)
                await trail.Append(envelope.Note(noted.Action, noted.Subject, wall), cancellation);
            return reply;
        }
        // A page ends what it asked when it is left. Where somebody else ended it, such as a silo that stops or has no
        // time, the page must say so: the framework takes the exception for the page's own wish and is silent.
        catch (Exception fault) when (!cancellation.IsCancellationRequested)
        {
            var (code, detail) = FaultHandler.Explain(fault);
            LogFault(log, fault, code);
            return Reply<T>.No(code, detail);
        }
    }

    private CommandEnvelope EnvelopeOf(DeskCommand command, Caller caller) => new(
        command.Id, Auth.Caller.ActorKind, caller.PersonId, "console", clock.GetUtcNow(),
        string.IsNullOrWhiteSpace(command.Reason) ? null : ReasonText.Of(command.Reason),
        PassesSoftLock: RolePermissions.Allow(caller.Roles, Permissions.LedgerClose));

    private bool IsFresh(Session session) =>
        wall.GetUtcNow() - session.ProvedAt <= TimeSpan.FromMinutes(options.Value.ApprovalMinutes);

    private async Task<(Session?, Caller?)> Current(CancellationToken cancellation)
    {
        var principal = (await state.GetAuthenticationStateAsync()).User;
        if (Session.Of(principal) is not { } session)
            return (null, null);
        var user = await standings.Of(session.PersonId, cancellation);
        return (session, user is null ? null : Auth.Caller.Of(session.ToPrincipal(user, "")));
    }

    [LoggerMessage(LogLevel.Error, "Answered {Code} at the desk")]
    private static partial void LogFault(ILogger logger, Exception exception, string code);
}
