using BillingActors.Domain.Accounts;
using BillingActors.Domain.Charging;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tests.Accounts;
using CsCheck;
using NodaTime;
using static BillingActors.Domain.Tests.Charging.GivenUsage;

namespace BillingActors.Domain.Tests.Charging;

public sealed class UsageReservingTests
{
    private static readonly CommandContext Now = SampleAccount.Context();

    private static readonly CommandContext Later = Now with { At = Now.At + Duration.FromHours(2) };

    [Fact]
    public void Reserving_again_is_nothing_new() =>
        SampleAccount.AssertOnce<AccountEvent.UsageReserved>(
            Capped(100).Account, account => UsageReserving.Decide(account, Wanted("R-1", 60), Now));

    [Fact]
    public void No_more_is_reserved_than_the_cap_leaves()
    {
        var desk = Capped(100);
        desk.Take(Call("1", 7, 305m)); // 0.5083: 51 cents are used.
        Reserve(desk, "R-1", 40);

        SampleAccount.AssertRefused(
            UsageRefusals.CapReached(9), UsageReserving.Decide(desk.Account, Wanted("R-2", 10), Now));
        Reserve(desk, "R-2", 9);
    }

    [Fact]
    public void What_expired_is_free_again_and_can_be_committed_no_more()
    {
        var desk = Capped(100);
        Reserve(desk, "R-1", 100);

        Reserve(desk, "R-2", 100, Later);

        Assert.Equal("R-2", Assert.Single(desk.Account.Online.Reservations).Id);
        var other = Capped(100);
        Reserve(other, "R-1", 100);
        SampleAccount.AssertRefused(UsageRefusals.ReservationExpired, Commit(other, "R-1", 60m, Later).Decision);
    }

    [Fact]
    public void A_commit_takes_what_was_used_and_frees_the_rest()
    {
        var desk = Capped(100);
        Reserve(desk, "R-1", 60);

        desk.Keep(Commit(desk, "R-1", 120m));

        Assert.Empty(desk.Account.Online.Reservations);
        Assert.Equal(80, SpendingRoom.Of(desk.Account, "K-1", Now.At));
        SampleAccount.AssertRefused(UsageRefusals.ReservationUnknown, Commit(desk, "R-1", 60m).Decision);
    }

    [Fact]
    public void A_commit_that_goes_on_keeps_the_rest()
    {
        var desk = Capped(100);
        Reserve(desk, "R-1", 60);

        desk.Keep(Commit(desk, "R-1", 120m, isFinal: false));

        Assert.Equal(40, Assert.Single(desk.Account.Online.Reservations).LeftMinor);
    }

    [Fact]
    public void More_than_was_reserved_is_refused_unless_it_may_extend()
    {
        var desk = Capped(100);
        Reserve(desk, "R-1", 10);
        Reserve(desk, "R-2", 10, mayExtend: true);

        SampleAccount.AssertRefused(
            UsageRefusals.ReservationExceeded(0.2m, 10), Commit(desk, "R-1", 120m).Decision);
        SampleAccount.AssertRefused(
            UsageRefusals.ReservationExceeded(1m, 10), Commit(desk, "R-2", 600m).Decision);
        desk.Keep(Commit(desk, "R-2", 120m));
        Assert.Equal(0.2m, desk.Account.UnbilledUsage());
    }

    [Fact]
    public void A_commit_of_a_record_that_cannot_be_rated_is_refused()
    {
        var desk = Capped(100);
        Reserve(desk, "R-1", 10);

        var outcome = ReservationCommitting.Decide(
            desk.Account, new CommitReservation("R-1", [Call("1", 7, 60m, "44")], true), desk.Given(), Now);

        Assert.Equal("usage-record-refused", outcome.Decision.Refusal!.Code);
    }

    [Fact]
    public void Wrong_reservations_are_refused()
    {
        var account = Capped(100).Account;

        SampleAccount.AssertRefused(Refusals.IdInvalid, UsageReserving.Decide(account, Wanted("R 1", 1), Now));
        SampleAccount.AssertRefused(
            UsageRefusals.AmountNotPositive, UsageReserving.Decide(account, Wanted("R", 0), Now));
        SampleAccount.AssertRefused(
            Refusals.ContractUnknown, UsageReserving.Decide(account, Wanted("R", 1) with { ContractId = "K" }, Now));
        SampleAccount.AssertRefused(
            UsageRefusals.ReservationTime,
            UsageReserving.Decide(account, Wanted("R", 1) with { For = Duration.FromHours(25) }, Now));
        SampleAccount.AssertRefused(UsageRefusals.ReservationUnknown, UsageReserving.Release(account, "R"));
        var desk = Capped(100);
        Reserve(desk, "R", 1);
        SampleAccount.AssertRefused(
            UsageRefusals.ReservationExists, UsageReserving.Decide(desk.Account, Wanted("R", 2), Now));
        for (var i = 1; i < UsageReserving.CountMax; i++)
            Reserve(desk, $"R-{i}", 1);
        SampleAccount.AssertRefused(
            UsageRefusals.ReservationCount, UsageReserving.Decide(desk.Account, Wanted("R-X", 1), Now));
    }

    [Fact]
    public void Committed_and_reserved_never_pass_the_cap_and_what_is_released_comes_back() =>
        Gen.Select(Gen.Int[0, 3], Gen.Int[1, 60], Gen.Int[0, 9]).Array[1, 40].Sample(steps =>
        {
            var desk = Capped(100);
            for (var i = 0; i < steps.Length; i++)
            {
                var (kind, amount, which) = steps[i];
                var running = desk.Account.Online.Reservations;
                var id = running.IsEmpty ? "R" : running[which % running.Length].Id;
                switch (kind)
                {
                    case 0 or 1:
                        Apply(desk, UsageReserving.Decide(
                            desk.Account, Wanted($"R-{i}", amount) with { MayExtend = kind == 0 }, Now));
                        break;
                    case 2:
                        Released(desk, id);
                        break;
                    default:
                        var outcome = Commit(desk, id, amount * 6m, id: $"call-{i}", isFinal: which % 2 == 0);
                        if (!outcome.Decision.IsRefused)
                            desk.Keep(outcome);
                        break;
                }
                var used = SpendingRoom.UsedMinor(desk.Account);
                Assert.True(used + desk.Account.Online.ReservedMinor(null, Now.At) <= 100);
            }
        }, iter: 60);

    private static void Released(UsageDesk desk, string id)
    {
        var room = SpendingRoom.Of(desk.Account, "K-1", Now.At);
        var left = desk.Account.Online.Reservations.Where(one => one.Id == id).Sum(one => one.LeftMinor);
        Apply(desk, UsageReserving.Release(desk.Account, id));
        Assert.Equal(room + left, SpendingRoom.Of(desk.Account, "K-1", Now.At));
    }

    private static void Apply(UsageDesk desk, Decision<AccountEvent> decision)
    {
        foreach (var happened in decision.Events)
            desk.Store(happened);
    }

    private static UsageDesk Capped(long minor) => new(
        Plain, new AccountEvent.SpendingCapSet(new SpendingCap("K-1", minor, SpendingCapPolicy.Block, [50, 100])));

    private static ReserveUsage Wanted(string id, long minor) =>
        new(id, "K-1", minor, Duration.FromHours(1), MayExtend: false);

    private static void Reserve(
        UsageDesk desk, string id, long minor, CommandContext? context = null, bool mayExtend = false)
    {
        var decision = UsageReserving.Decide(
            desk.Account, Wanted(id, minor) with { MayExtend = mayExtend }, context ?? Now);
        Assert.Null(decision.Refusal);
        Apply(desk, decision);
    }

    private static UsageOutcome Commit(
        UsageDesk desk, string reservation, decimal seconds, CommandContext? context = null, string? id = null,
        bool isFinal = true) => ReservationCommitting.Decide(
            desk.Account,
            new CommitReservation(reservation, [Call(id ?? $"of-{reservation}", 7, seconds)], isFinal),
            desk.Given(),
            context ?? Now);
}
