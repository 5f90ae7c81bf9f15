using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Primitives;
using CsCheck;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Credits.SampleItems;

namespace BillingActors.Domain.Tests.Approvals;

public sealed class ApprovalTests
{
    private const long Limit = 1_000;

    private static readonly LocalDate Today = Day(4, 1);

    [Fact]
    public void Within_the_limit_inclusive_it_is_done_at_once() =>
        AssertOnce<AccountEvent.ItemAdjusted>(Owing, a => Take(a, Limit));

    [Fact]
    public void Above_the_limit_it_waits_once_with_its_effect()
    {
        var asked = AssertOnce<AccountEvent.ActionRequested>(Owing, a => Take(a, Limit + 1));

        var waiting = Assert.Single(Asked(Limit + 1).Requests);
        Assert.Equal((Limit + 1, "anna", "why", Today.PlusDays(14)),
            (asked.EffectMinor, waiting.MakerId, waiting.Reason, waiting.ExpiresOn));
        Assert.Equal(Owing.Balance, Asked(Limit + 1).Balance);
    }

    [Fact]
    public void What_the_area_refuses_does_not_even_wait() =>
        AssertRefused(CreditRefusals.AmountAboveOpen(Eur(12_000)), Take(Owing, 12_001));

    [Fact]
    public void Splitting_is_no_way_around_the_limit()
    {
        var once = By("anna", Owing, Take(Owing, 600));

        Assert.IsType<AccountEvent.ActionRequested>(Assert.Single(Take(once, 600, "adj-2").Events));
        Assert.IsType<AccountEvent.ItemAdjusted>(Assert.Single(Take(once, 400, "adj-2").Events));
        Assert.IsType<AccountEvent.ItemAdjusted>(
            Assert.Single(Take(once, 600, "adj-2", on: Today.PlusDays(1)).Events));
        Assert.IsType<AccountEvent.ItemAdjusted>(Assert.Single(Take(once, 600, "adj-2", who: "bert").Events));
    }

    [Fact]
    public void A_second_person_agrees_and_it_is_done_in_the_same_turn_once()
    {
        var asked = Asked(5_000);

        var decision = Approve(asked, 5_000);

        Assert.Null(decision.Refusal);
        Assert.Collection(
            decision.Events,
            e => Assert.IsType<AccountEvent.ActionApproved>(e),
            e => Assert.IsType<AccountEvent.ItemAdjusted>(e));
        var after = By("bert", asked, decision);
        Assert.Equal(Eur(7_000), after.Item(Invoice)!.Open);
        Assert.Empty(after.Requests);
        Assert.Empty(Approve(after, 5_000).Events);
    }

    [Fact]
    public void The_maker_never_approves_or_rejects_and_nobody_else_withdraws()
    {
        var asked = Asked(5_000);

        AssertRefused(ApprovalRefusals.SecondPersonNeeded, Approve(asked, 5_000, who: "anna"));
        AssertRefused(
            ApprovalRefusals.SecondPersonNeeded,
            ActionRejection.Decide(asked, "adj-1", Today, Context("no", who: "anna")));
        AssertRefused(
            ApprovalRefusals.NotTheMaker, ActionRejection.Withdraw(asked, "adj-1", Today, Context(who: "bert")));
    }

    [Fact]
    public void An_approver_has_a_limit_too() =>
        AssertRefused(ApprovalRefusals.LimitExceeded(Eur(4_999)), Approve(Asked(5_000), 5_000, limit: 4_999));

    [Fact]
    public void A_request_that_waited_too_long_is_refused()
    {
        Assert.Null(Approve(Asked(5_000), 5_000, on: Today.PlusDays(14)).Refusal);
        AssertRefused(ApprovalRefusals.RequestExpired, Approve(Asked(5_000), 5_000, on: Today.PlusDays(15)));
    }

    [Fact]
    public void Another_effect_than_was_shown_voids_the_request()
    {
        var seen = Assert.IsType<AccountEvent.ActionVoided>(Assert.Single(Approve(Asked(5_000), 4_000).Events));
        Assert.Equal("effect-changed", seen.Code);

        var paid = Asked(5_000) with { OpenItems = Owing.OpenItems.RemoveAt(0) };
        var gone = Assert.IsType<AccountEvent.ActionVoided>(Assert.Single(Approve(paid, 5_000).Events));
        Assert.Equal("item-unknown", gone.Code);
        Assert.Empty(paid.After(gone).Requests);
    }

    [Fact]
    public void A_request_is_rejected_with_a_reason_or_withdrawn_by_its_maker_once()
    {
        var asked = Asked(5_000);

        AssertOnce<AccountEvent.ActionRejected>(
            asked, a => ActionRejection.Decide(a, "adj-1", Today, Context("no", who: "bert")));
        AssertOnce<AccountEvent.ActionWithdrawn>(
            asked, a => ActionRejection.Withdraw(a, "adj-1", Today, Context(who: "anna")));
        AssertRefused(
            Refusals.ReasonMissing, ActionRejection.Decide(asked, "adj-1", Today, Context(who: "bert")));
    }

    [Fact]
    public void An_unknown_request_is_refused()
    {
        AssertRefused(ApprovalRefusals.RequestUnknown, Approve(Owing, 1));
        AssertRefused(
            ApprovalRefusals.RequestUnknown, ActionRejection.Decide(Owing, "adj-1", Today, Context("no")));
    }

    [Fact]
    public void The_same_id_with_another_effect_is_refused() =>
        AssertRefused(ApprovalRefusals.RequestExists, Take(Asked(5_000), 5_001));

    [Fact]
    public void However_somebody_splits_he_moves_no_more_than_his_limit_alone() =>
        Gen.Int[1, 700].Array[1, 30].Sample(amounts =>
        {
            var account = Owing;
            for (var i = 0; i < amounts.Length; i++)
            {
                if (Take(account, amounts[i], $"adj-{i}") is { IsRefused: false } taken)
                    account = By("anna", account, taken);
            }
            Assert.True(Owing.Balance.Minor - account.Balance.Minor <= Limit);
            Assert.Equal(
                Owing.Balance.Minor - account.Balance.Minor, account.MovedByHand("anna", "adjust", Today));
        });

    [Fact]
    public void Who_decides_in_the_makers_place_is_the_maker()
    {
        var asked = Asked(5_000);

        AssertRefused(ApprovalRefusals.SecondPersonNeeded, Approve(asked, 5_000, onBehalfOf: "anna"));
        var approved = Assert.IsType<AccountEvent.ActionApproved>(
            Approve(asked, 5_000, onBehalfOf: "carla").Events[0]);
        Assert.Equal("carla", approved.OnBehalfOf);
    }

    [Fact]
    public void Two_persons_who_use_one_limit_move_no_more_than_it()
    {
        var account = By("bert", Asked(5_000), Approve(Asked(5_000), 5_000, limit: 5_000));
        account = By("anna", account, Take(account, 1_001, "adj-2"));
        var decide = new DecideAction("adj-2", 1_001, 6_000, Today, "bert");

        AssertRefused(
            ApprovalRefusals.LimitExceeded(Eur(6_000)), ActionApproval.Decide(account, decide, Context(who: "dora")));
    }

    [Fact]
    public void What_was_asked_for_on_another_day_counts_on_the_day_of_who_agrees()
    {
        var tomorrow = Today.PlusDays(1);

        var after = By("bert", Asked(5_000), Approve(Asked(5_000), 5_000, on: tomorrow));

        Assert.Equal(5_000, after.MovedByHand("bert", "adjust", tomorrow));
        after = By("anna", after, Take(after, 1_001, "adj-2"));
        var decide = new DecideAction("adj-2", 1_001, 6_000, tomorrow);
        AssertRefused(
            ApprovalRefusals.LimitExceeded(Eur(6_000)), ActionApproval.Decide(after, decide, Context(who: "bert")));
    }

    [Fact]
    public void Splitting_over_the_accounts_of_a_customer_is_no_way_around_the_limit()
    {
        var take = new TakeAction(
            new MoneyAction.Adjusting(Adjust(600) with { On = Today }), Limit, Today, Today.PlusDays(14), 401);

        Assert.IsType<AccountEvent.ActionRequested>(
            Assert.Single(ActionTaking.Decide(Owing, take, Context("why")).Events));
        Assert.IsType<AccountEvent.ItemAdjusted>(Assert.Single(
            ActionTaking.Decide(Owing, take with { ElsewhereMinor = 400 }, Context("why")).Events));
        var decide = new DecideAction("adj-1", 5_000, 6_000, Today, null, 1_001);
        AssertRefused(
            ApprovalRefusals.LimitExceeded(Eur(6_000)),
            ActionApproval.Decide(Asked(5_000), decide, Context(who: "bert")));
    }

    [Fact]
    public void What_somebody_may_do_alone_is_not_what_they_may_agree_to()
    {
        var policy = new ApprovalPolicy(
            [
                new("clerk", "*", 0, Euro) { AloneMinor = 5_000 }, new("supervisor", "*", 90_000, Euro),
                new("supervisor", "write-off", 80_000, Euro) { AloneMinor = 0 },
            ],
            14,
            false);

        Assert.Equal((0, 5_000), Of("adjust", "clerk"));
        Assert.Equal((90_000, 90_000), Of("adjust", "supervisor"));
        Assert.Equal((80_000, 0), Of("write-off", "supervisor"));
        Assert.Equal((80_000, 5_000), Of("write-off", "supervisor", "clerk"));
        Assert.Equal((0, 0), Of("adjust", "agent"));

        (long Agrees, long Alone) Of(string action, params string[] roles) =>
            (policy.LimitOf([.. roles], action, Euro), policy.AloneOf([.. roles], action, Euro));
    }

    [Fact]
    public void A_limit_is_for_its_role_action_and_currency()
    {
        var policy = new ApprovalPolicy(
            [
                new("clerk", "*", 50, Euro), new("clerk", "refund", 20, Euro), new("clerk", "*", 7, Currency.Of("JPY")),
            ],
            14,
            false);

        Assert.Equal(50, policy.LimitOf(["clerk"], "adjust", Euro));
        Assert.Equal(20, policy.LimitOf(["clerk"], "refund", Euro));
        Assert.Equal(7, policy.LimitOf(["clerk"], "refund", Currency.Of("JPY")));
        Assert.Equal(0, policy.LimitOf(["clerk"], "adjust", Currency.Of("USD")));
        Assert.Equal(0, policy.LimitOf(["agent"], "adjust", Euro));
        var defaults = new ApprovalPolicy(null, 14, false);
        Assert.Equal(50, defaults.LimitOf(["clerk"], "adjust", Currency.Of("JPY")));
        Assert.Equal(100_000, defaults.LimitOf(["supervisor"], "adjust", Euro));
    }

    [Fact]
    public void A_delegation_lends_its_roles_on_its_days_to_its_person_alone()
    {
        var policy = new ApprovalPolicy(ApprovalPolicy.DefaultsOf(Euro), 14, false)
        {
            Delegations =
            [
                new("carla", "bert", ["controller"], Today, Today.PlusDays(2)),
                new("dora", "bert", ["clerk"], Today, Today.PlusDays(2)),
            ],
        };

        Assert.Equal(["controller"], policy.RolesFrom("carla", "bert", Today.PlusDays(2)));
        Assert.Empty(policy.RolesFrom("carla", "bert", Today.PlusDays(3)));
        Assert.Empty(policy.RolesFrom("carla", "bert", Today.PlusDays(-1)));
        Assert.Empty(policy.RolesFrom("bert", "carla", Today));
        // A role that decides nothing cannot be lent to decide.
        Assert.Empty(policy.RolesFrom("dora", "bert", Today));
        Assert.Empty(policy.RolesFrom("carla", "anna", Today));
    }

    [Fact]
    public void A_waiver_above_the_limit_waits_as_everything_else_does()
    {
        var waiver = new MoneyAction.Waiving(new("W-1", Fee, null, Today));
        var ask = new TakeAction(waiver, 499, Today, Today.PlusDays(14));

        var asked = By("anna", Owing, ActionTaking.Decide(Owing, ask, Context("why", who: "anna")));
        Assert.Equal((500L, "waive"), (asked.Requests[0].EffectMinor, asked.Requests[0].Action.Name));
        var decide = new DecideAction("W-1", 500, 500, Today);
        var after = By("bert", asked, ActionApproval.Decide(asked, decide, Context(who: "bert")));

        Assert.Null(after.Item(Fee));
        Assert.Equal(500, after.MovedByHand("bert", "waive", Today));
        Assert.IsType<AccountEvent.ChargeWaived>(Assert.Single(ActionTaking.Decide(
            Owing, ask with { LimitMinor = 500 }, Context("why", who: "anna")).Events));
    }

    private static Account Asked(long minor) => By("anna", Owing, Take(Owing, minor));

    private static Account By(string who, Account account, Decision<AccountEvent> decision) =>
        decision.Events.Aggregate(account, (now, happened) => now.Apply(
            happened, new EventEnvelope(Context("why", who: who), "hash", null, 2, [])));

    private static Decision<AccountEvent> Take(
        Account account, long minor, string id = "adj-1", LocalDate? on = null, string who = "anna")
    {
        var day = on ?? Today;
        var action = new MoneyAction.Adjusting(Adjust(minor, id: id) with { On = day });
        return ActionTaking.Decide(
            account, new TakeAction(action, Limit, day, day.PlusDays(14)), Context("why", who: who));
    }

    private static Decision<AccountEvent> Approve(
        Account account, long seen, string who = "bert", long limit = 100_000, LocalDate? on = null,
        string? onBehalfOf = null) => ActionApproval.Decide(
            account, new DecideAction("adj-1", seen, limit, on ?? Today, onBehalfOf), Context(who: who));
}
