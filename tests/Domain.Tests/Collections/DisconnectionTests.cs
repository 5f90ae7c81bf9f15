using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Collections;
using BillingActors.Domain.Disputes;
using CsCheck;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Collections.SampleDebt;

namespace BillingActors.Domain.Tests.Collections;

public sealed class DisconnectionTests
{
    private static readonly OrderDisconnection Wanted = new("O-1", "K-1", Day(4, 9), null);

    /// <summary>Everything that can stand against a disconnection, each on its own.</summary>
    private static readonly ImmutableArray<(DisconnectionBlock Block, Func<Case, Case> Add)> Causes =
    [
        (DisconnectionBlock.SeasonalMoratorium, c => c.With(rule => rule with
        {
            Moratoria = [new Season(new AnnualDate(11, 1), new AnnualDate(4, 30))],
        })),
        (DisconnectionBlock.ForbiddenDay, c => c.With(rule => rule with
        {
            QuietDays = new QuietDays([IsoDayOfWeek.Thursday], []), IsDayBeforeQuiet = true,
        })),
        (DisconnectionBlock.Weather, c => c.With(rule => rule with { ColdBelowCelsius = 0m }) with
        {
            Wanted = c.Wanted with { Forecast = new Forecast(-0.1m, 5m) },
        }),
        (DisconnectionBlock.BelowThreshold, c => c.With(rule => rule with { MinimumMinor = 100_000 })),
        (DisconnectionBlock.LevelNotReached, c => c.With(rule => rule with { Level = 3 })),
        (DisconnectionBlock.NoticePeriodRunning, c => c.With(rule => rule with { NoticeDaysByMail = 30 })),
        (DisconnectionBlock.NoticeExpired, c => c.With(rule => rule with { NoticeValidDays = 12 })),
        (DisconnectionBlock.ContactMissing, c => c.With(rule => rule with { ContactCountMin = 2 })),
        (DisconnectionBlock.DisputeRunning, c => c with
        {
            Account = c.Account.After(DisputeOpening.Decide(
                c.Account, new OpenDispute("D-1", "A", 1, "price", "anna", Day(4, 1), null), DisputePolicy.Default)),
        }),
        (DisconnectionBlock.PromiseRunning, c => c with
        {
            Account = c.Account.After(
                new AccountEvent.PromiseMade("P-1", 100, Day(4, 1), Day(4, 20), "customer", ["C"])),
        }),
        (DisconnectionBlock.PlanRunning, c => c with
        {
            Account = c.Account.After(new AccountEvent.PlanAgreed(
                "L-1", Day(4, 1), 5, [new PlanItem("C", 100)], [new Instalment(Day(5, 1), 100)])),
        }),
        (DisconnectionBlock.WithAgency, c => c with
        {
            Account = c.Account.After(new AccountEvent.AgencyPlaced("G-1", "agency", Day(4, 1), 0, [])),
        }),
        .. Enum.GetValues<BlockKind>().Select(kind => (
            Enum.Parse<DisconnectionBlock>(kind.ToString()),
            (Func<Case, Case>)(c => c with { Account = c.Account.After(Block(kind, Day(4, 9), Day(4, 9))) }))),
    ];

    private static Case Free => new(
        Owing(("A", 10_000, Day(2, 1)), ("C", 100, Day(6, 1))).Dunned(Day(2, 5), Day(2, 19)).After(
            new AccountEvent.NoticeServed("N-1", "K-1", NoticeDelivery.Mail, Day(3, 20)),
            new AccountEvent.ContactAttempted("T-1", "phone", Day(3, 25))),
        Policy,
        Wanted);

    [Fact]
    public void Where_nothing_is_against_it_the_order_is_made_once()
    {
        var order = AssertOnce<AccountEvent.ServiceOrdered>(Free.Account, a => Decide(Free with { Account = a }));

        Assert.Equal(
            (ServiceOrderKind.Disconnect, "K-1", "SP-1"), (order.OrderKind, order.ContractId, order.ServicePointId));
    }

    [Fact]
    public void No_order_is_ever_made_while_anything_is_against_it_and_the_refusal_names_all() =>
        Gen.Bool.Array[Causes.Length].Select(Gen.Int[0, Causes.Length], (mask, few) => (mask, few)).Sample(sample =>
        {
            // Few at a time as well as many: each cause must be enough alone.
            var added = Causes.Where((_, i) => sample.mask[i] && (i + sample.few) % 3 == 0).ToList();
            var given = added.Aggregate(Free, (c, cause) => cause.Add(c));

            var decision = Decide(given);

            var blocks = DisconnectionGuard.Blocks(given.Account, given.Policy, given.Wanted);
            Assert.All(added, cause => Assert.Contains(cause.Block, blocks));
            Assert.Equal(added.Count > 0, decision.IsRefused);
            Assert.Equal(added.Count == 0, decision.Events.Any(e => e is AccountEvent.ServiceOrdered));
            if (added.Count > 0)
            {
                Assert.Equal(
                    CollectionRefusals.DisconnectionBlocked(DisconnectionBlockNames.ListOf(blocks)), decision.Refusal);
            }
        });

    [Fact]
    public void Each_cause_alone_is_enough() => Assert.All(Causes, cause =>
    {
        var given = cause.Add(Free);

        Assert.Equal([cause.Block], DisconnectionGuard.Blocks(given.Account, given.Policy, given.Wanted));
        Assert.Empty(Decide(given).Events);
    });

    [Fact]
    public void The_other_causes_are_named_too()
    {
        var account = Free.Account;

        Assert.Equal(
            [DisconnectionBlock.NotForeseen],
            DisconnectionGuard.Blocks(account, Policy with { Disconnection = null }, Wanted));
        Assert.Contains(DisconnectionBlock.NoticeMissing, DisconnectionGuard.Blocks(Debtor, Policy, Wanted));
        Assert.Contains(
            DisconnectionBlock.ContractNotRunning,
            DisconnectionGuard.Blocks(account, Policy, Wanted with { ContractId = "K-2" }));
        var cold = Free.With(rule => rule with { HeatAboveCelsius = 35m });
        Assert.Equal(
            [DisconnectionBlock.ForecastMissing], DisconnectionGuard.Blocks(account, cold.Policy, Wanted));
        var ordered = account.After(Decide(Free));
        Assert.Equal(
            [DisconnectionBlock.AlreadyOrdered],
            DisconnectionGuard.Blocks(ordered, Policy, Wanted with { OrderId = "O-2" }));
        var running = Causes.First(c => c.Block == DisconnectionBlock.DisputeRunning);
        var disputed = Free with { Account = running.Add(Free).Account };
        var graced = disputed.Account.After(
            DisputeWithdrawal.Decide(disputed.Account, "D-1", Day(4, 2), DisputePolicy.Default));
        Assert.Equal([DisconnectionBlock.DisputeGrace], DisconnectionGuard.Blocks(graced, Policy, Wanted));
    }

    [Theory]
    [InlineData(BlockKind.LifeSupport, "life-support"), InlineData(BlockKind.Manual, "manual")]
    public void A_block_takes_back_what_is_ordered_before_anybody_goes_out(BlockKind kind, string cause)
    {
        var ordered = Free.Account.After(Decide(Free));

        var events = BlockPlacing.Decide(ordered, Block(kind, Day(4, 10)), Context("certificate")).Events;

        var cancelled = Assert.IsType<AccountEvent.ServiceOrderCancelled>(events[1]);
        Assert.Equal(("O-1", Day(4, 10), cause), (cancelled.OrderId, cancelled.On, Assert.Single(cancelled.Causes)));
        // One that begins later is seen by the look of its day.
        var later = Block(kind, Day(4, 12)) with { On = Day(4, 10) };
        Assert.Single(BlockPlacing.Decide(ordered, later, Context("from Saturday on")).Events);
        Assert.Single(BlockPlacing.Decide(Free.Account, Block(kind, Day(4, 10)), Context("certificate")).Events);
    }

    [Fact]
    public void A_pending_order_is_taken_back_when_something_comes_up()
    {
        var ordered = Free.Account.After(Decide(Free));
        Assert.Empty(OrderReview.Decide(ordered, Policy, Day(4, 10)).Events);

        var ill = ordered.After(Block(BlockKind.LifeSupport, Day(4, 10)));

        var cancelled = AssertOnce<AccountEvent.ServiceOrderCancelled>(
            ill, a => OrderReview.Decide(a, Policy, Day(4, 10)));
        Assert.Equal(["life-support"], cancelled.Causes);
    }

    [Fact]
    public void A_paid_debt_orders_the_supply_back_with_its_fee()
    {
        var cut = Free.Account.After(Decide(Free)).After(new AccountEvent.ServiceOrderDone("O-1", Day(4, 10)));
        Assert.Empty(OrderReview.Decide(cut, Policy, Day(4, 11)).Events);

        var paid = cut.Less("A", 10_000, Day(4, 12));

        var decision = OrderReview.Decide(paid, Policy, Day(4, 12));
        Assert.Equal(
            ServiceOrderKind.Reconnect, Assert.Single(decision.Of<AccountEvent.ServiceOrdered>()).OrderKind);
        Assert.Equal(2500, Assert.Single(decision.Of<AccountEvent.FeeCharged>()).AmountMinor);
        Assert.Empty(OrderReview.Decide(paid.After(decision), Policy, Day(4, 13)).Events);
    }

    [Fact]
    public void Orders_and_notices_that_cannot_be_are_refused()
    {
        var notice = new AccountEvent.NoticeServed("N-1", "K-1", NoticeDelivery.Mail, Day(3, 20));
        var contact = new AccountEvent.ContactAttempted("T-1", "phone", Day(3, 25));
        AssertOnce<AccountEvent.NoticeServed>(Debtor, a => NoticeServing.Decide(a, notice));
        AssertOnce<AccountEvent.ContactAttempted>(Debtor, a => ContactRecording.Decide(a, contact));
        AssertRefused(
            Refusals.ContractUnknown, NoticeServing.Decide(Debtor, notice with { ContractId = "X" }));
        AssertRefused(CollectionRefusals.IdTaken, NoticeServing.Decide(
            Free.Account, notice with { Delivery = NoticeDelivery.Delivered }));
        AssertRefused(Refusals.IdInvalid, ContactRecording.Decide(Debtor, contact with { Channel = "by phone" }));
        AssertRefused(
            Refusals.ReasonMissing, Disconnection.Decide(Free.Account, Policy, Wanted, Context()));
        AssertRefused(
            CollectionRefusals.NotDisconnected,
            Reconnection.Decide(Free.Account, Policy, new OrderReconnection("R-1", "K-1", Day(4, 10), true)));
        AssertRefused(
            CollectionRefusals.OrderUnknown,
            OrderEnding.Decide(Free.Account, "O-1", ServiceOrderStatus.Done, Day(4, 10)));
        var ordered = Free.Account.After(Decide(Free));
        var done = ordered.After(AssertOnce<AccountEvent.ServiceOrderDone>(
            ordered, a => OrderEnding.Decide(a, "O-1", ServiceOrderStatus.Done, Day(4, 10))));
        AssertRefused(
            CollectionRefusals.AlreadyEnded,
            OrderEnding.Decide(done, "O-1", ServiceOrderStatus.Cancelled, Day(4, 10)));
        AssertRefused(
            Refusals.DateNotAllowed, OrderEnding.Decide(ordered, "O-1", ServiceOrderStatus.Done, Day(4, 8)));
    }

    private static Account Debtor => Owing(("A", 10_000, Day(2, 1)));

    private static Domain.Primitives.Decision<AccountEvent> Decide(Case given) =>
        Disconnection.Decide(given.Account, given.Policy, given.Wanted, Context("unpaid"));

    private sealed record Case(Account Account, DunningPolicy Policy, OrderDisconnection Wanted)
    {
        public Case With(Func<DisconnectionRule, DisconnectionRule> change) =>
            this with { Policy = Policy with { Disconnection = change(Policy.Disconnection!) } };
    }
}
