using System.Security.Claims;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Console;
using BillingActors.Gateway.Console.Access;
using BillingActors.Gateway.Tests.Fakes;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Users;
using Microsoft.AspNetCore.Components.Authorization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;

namespace BillingActors.Gateway.Tests;

/// <summary>
/// What the desk does for a page: rights of this moment, a fresh proof before approvals, a note of it.
/// </summary>
public sealed class DeskTests
{
    private readonly FakeTimeProvider _clock = new(new DateTimeOffset(2026, 3, 1, 9, 0, 0, TimeSpan.Zero));
    private readonly MemoryAudit _audit = new();
    private readonly MemoryUsers _users;

    public DeskTests()
    {
        _users = new MemoryUsers(_audit);
        _users.Users["sue"] = new StoredUser("sue", "Sue", ["supervisor"], [], true, 1, _clock.GetUtcNow(), "root");
    }

    [Fact]
    public async Task An_approval_wants_a_proof_of_the_last_minutes_and_other_commands_do_not()
    {
        var desk = Desk(approvalMinutes: 10);
        Assert.Null(await Do(desk, isApproval: true));

        _clock.Advance(TimeSpan.FromMinutes(10.5));
        Assert.Equal("not-authenticated", await Do(desk, isApproval: true));
        Assert.False(await desk.MayApproveNow(Http.Cancellation));
        Assert.Null(await Do(desk, isApproval: false));
    }

    [Fact]
    public async Task A_right_that_is_gone_stops_the_next_command_within_seconds()
    {
        var desk = Desk(approvalMinutes: 10);
        Assert.Null(await Do(desk, isApproval: false));
        _users.Users["sue"] = _users.Users["sue"] with { Roles = ["agent"] };

        _clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal("not-permitted", await Do(desk, isApproval: false));
        _users.Users["sue"] = _users.Users["sue"] with { IsActive = false };
        _clock.Advance(TimeSpan.FromSeconds(11));
        Assert.Equal("not-authenticated", await Do(desk, isApproval: false));
    }

    [Fact]
    public async Task What_was_done_is_noted_and_what_was_refused_is_not()
    {
        var desk = Desk(approvalMinutes: 10);
        var command = new DeskCommand(Permissions.RunsApprove, "looks right", IsApproval: true)
        {
            Noted = ("bill-run-approved", new AuditSubject("bill-run", "R-1", "north")),
        };
        var no = await desk.Do<object>(
            command, (_, _) => Task.FromResult(Reply<object>.No("run-wrong-stage", "")), Http.Cancellation);
        Assert.NotNull(no.Problem);
        Assert.Empty(_audit.Entries);

        await desk.Do(command, (_, _) => Task.FromResult(new Reply<object>(new object())), Http.Cancellation);
        var entry = Assert.Single(_audit.Entries);
        Assert.Equal(("sue", "console", "looks right", "R-1"), (
            entry.ActorId, entry.Source, entry.Reason, entry.Subject.Id));
    }

    [Fact]
    public async Task A_reason_with_the_number_of_a_card_is_kept_nowhere()
    {
        var command = new DeskCommand(Permissions.RunsApprove, "paid with 4111-1111-1111-1111");
        var reply = await Desk(approvalMinutes: 10).Do<object>(
            command, (_, _) => throw new InvalidOperationException("It was done."), Http.Cancellation);
        Assert.Equal("reason-invalid", reply.Problem?.Code);
    }

    [Fact]
    public async Task What_somebody_else_ended_is_told_and_what_the_page_itself_ended_is_not()
    {
        var desk = Desk(approvalMinutes: 10);
        var command = new DeskCommand(Permissions.RunsApprove);
        var told = await desk.Do<object>(command, (_, _) => throw new TaskCanceledException(), Http.Cancellation);
        Assert.Equal("outcome-unknown", told.Problem?.Code);

        using var leaving = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => desk.Do<object>(
            command,
            async (_, _) =>
            {
                await leaving.CancelAsync();
                throw new TaskCanceledException();
            },
            leaving.Token));
    }

    private static async Task<string?> Do(Desk desk, bool isApproval) => (await desk.Do(
        new DeskCommand(Permissions.RunsApprove, IsApproval: isApproval),
        (_, _) => Task.FromResult(new Reply<object>(new object())), Http.Cancellation)).Problem?.Code;

    private Desk Desk(int approvalMinutes)
    {
        var session = new Session("sue", _clock.GetUtcNow(), _clock.GetUtcNow());
        return new Desk(
            new FixedState(session.ToPrincipal(_users.Users["sue"], "")), new Standings(_users, _clock),
            Options.Create(new ConsoleOptions { ApprovalMinutes = approvalMinutes }), _clock, _clock, _audit,
            NullLogger<Desk>.Instance);
    }

    private sealed class FixedState(ClaimsPrincipal user) : AuthenticationStateProvider
    {
        public override Task<AuthenticationState> GetAuthenticationStateAsync() =>
            Task.FromResult(new AuthenticationState(user));
    }
}
