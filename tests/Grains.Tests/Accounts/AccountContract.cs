using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Tests.Engine;
using BillingActors.Storage.Accounts;
using NodaTime;

namespace BillingActors.Grains.Tests.Accounts;

/// <summary>What the commands of an account promise, over every database.</summary>
public abstract class AccountContract(BillingEngine engine)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_same_command_again_gives_the_same_receipt_and_no_second_effect()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(1);
        var envelope = Desk.By("clerk", reason: "agreed");

        var first = await desk.Account(0).AddCharge(envelope, Charge("CH-1"), Cancellation);
        var again = await desk.Account(0).AddCharge(envelope, Charge("CH-1"), Cancellation);

        Assert.Equal(Desk.Succeeded(first), Desk.Succeeded(again));
        Assert.Equal((false, true), (first.IsReplay, again.IsReplay));
        Assert.Single((await desk.Account(0).View(Cancellation))!.Charges);
    }

    [Fact]
    public async Task The_same_id_with_another_content_is_refused()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(1);
        var envelope = Desk.By("clerk", reason: "agreed");
        Desk.Succeeded(await desk.Account(0).AddCharge(envelope, Charge("CH-1"), Cancellation));

        var other = await desk.Account(0).AddCharge(envelope, Charge("CH-1") with { AmountMinor = 2 }, Cancellation);

        Assert.Equal("id-reused", other.Problem?.Code);
    }

    [Fact]
    public async Task A_profile_is_changed_on_the_version_that_was_read_and_a_retry_is_no_conflict()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(1);
        var version = (await desk.Account(0).View(Cancellation))!.Version;
        var envelope = Desk.By("clerk");
        var change = new ChangeProfile(desk.CycleId, 30) { ExpectedVersion = version };

        var first = await desk.Account(0).ChangeProfile(envelope, change, Cancellation);
        var again = await desk.Account(0).ChangeProfile(envelope, change, Cancellation);
        var stale = await desk.Account(0).ChangeProfile(Desk.By("other"), change with { TermsDays = 7 }, Cancellation);
        var unknown = await desk.Account(9).ChangeProfile(Desk.By("clerk"), change, Cancellation);

        Assert.Equal(version + 1, Desk.Succeeded(first).Version);
        Assert.Equal((Desk.Succeeded(first), true), (Desk.Succeeded(again), again.IsReplay));
        Assert.Equal("stale-version", stale.Problem?.Code);
        Assert.Equal("account-unknown", unknown.Problem?.Code);
        Assert.Equal(30, (await desk.Account(0).View(Cancellation))!.TermsDays);
    }

    [Fact]
    public async Task A_command_of_long_ago_is_still_known()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(1);
        var old = Desk.By("clerk", reason: "agreed");
        var first = Desk.Succeeded(await desk.Account(0).AddCharge(old, Charge("CH-0"), Cancellation));
        for (var i = 1; i <= Account.RecentCountMax + 2; i++)
        {
            Desk.Succeeded(await desk.Account(0).AddCharge(
                Desk.By("clerk", reason: "more"), Charge($"CH-{i}"), Cancellation));
        }

        var again = await desk.Account(0).AddCharge(old, Charge("CH-0"), Cancellation);
        var reused = await desk.Account(0).AddCharge(old, Charge("CH-X"), Cancellation);

        Assert.Equal((first, true), (Desk.Succeeded(again), again.IsReplay));
        Assert.Equal("id-reused", reused.Problem?.Code);
    }

    [Fact]
    public async Task An_account_opens_and_takes_a_contract_by_commands()
    {
        var desk = await Desk.Open(engine);
        var oneDay = desk.Contract(0).Contract! with { EndsOn = Desk.January.AddDays(1) };
        await desk.Import(new ImportItem(Contract: oneDay));
        var open = new OpenAccount($"{desk.EntityId}-C0000", "AUD", desk.CycleId, 14, Desk.January);
        var from = Desk.January.AddDays(1);
        var contract = new StartContract("K-new", desk.PointOf(0), desk.TariffId, from, Desk.February);
        var tooEarly = contract with { From = Desk.January.AddDays(-1), Until = Desk.January };

        var opened = await desk.Account(7).Open(Desk.By("clerk"), open, Cancellation);
        var refused = await desk.Account(7).StartContract(Desk.By("clerk"), tooEarly, Cancellation);
        var started = await desk.Account(7).StartContract(Desk.By("clerk"), contract, Cancellation);
        var unknown = await desk.Account(8).Open(Desk.By("clerk"), open with { CycleId = "none" }, Cancellation);

        Assert.Equal((1, 2), (Desk.Succeeded(opened).Version, Desk.Succeeded(started).Version));
        Assert.Equal("cycle-unknown", unknown.Problem?.Code);
        Assert.Equal("before-account-opened", refused.Problem?.Code);
        Assert.Null(await desk.Account(8).View(Cancellation));
        Assert.Equal("K-new", Assert.Single((await desk.Account(7).View(Cancellation))!.Contracts).ContractId);
    }

    [Fact]
    public async Task A_stale_activation_loses_the_fence_and_decides_again()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(1);
        var before = (await desk.Account(0).View(Cancellation))!.Version;
        await WriteBehindTheActivation(desk.KeyOf(0));

        var reply = await desk.Account(0).AddCharge(
            Desk.By("clerk", reason: "agreed"), Charge("CH-MINE"), Cancellation);

        Assert.Equal(before + 2, Desk.Succeeded(reply).Version);
        var charges = (await desk.Account(0).View(Cancellation))!.Charges.Select(charge => charge.ChargeId);
        Assert.Equal(["CH-MINE", "CH-OTHER"], charges.Order(StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public async Task A_look_up_does_not_wait_for_a_running_turn()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(1);
        var before = (await desk.Account(0).Balance(Cancellation))!.Version;
        var stop = engine.Gate.Close(key => key == desk.KeyOf(0));
        var turn = desk.Account(0).AddCharge(Desk.By("clerk", reason: "agreed"), Charge("CH-1"), Cancellation);
        try
        {
            await stop.Reached;

            Assert.Equal(before, (await desk.Account(0).Balance(Cancellation))!.Version);
            Assert.Empty((await desk.Account(0).View(Cancellation))!.Charges);
            Assert.False(turn.IsCompleted);
        }
        finally
        {
            stop.Open();
        }
        Assert.Equal(before + 1, Desk.Succeeded(await turn).Version);
        Assert.Single((await desk.Account(0).View(Cancellation))!.Charges);
    }

    private static AddCharge Charge(string id) => new(id, "Connection", 1500, "standard", Desk.January);

    private async Task WriteBehindTheActivation(string key)
    {
        var store = engine.Get<IAccountStore>(engine.Cluster.Silos.Count - 1);
        var context = new CommandContext(
            "other-" + Guid.NewGuid().ToString("N"), new Actor(ActorKind.Person, "other"), "test",
            Instant.FromUtc(2025, 1, 2, 0, 0), "first");
        var added = new AccountEvent.ChargeAdded("CH-OTHER", "Other", 100, "standard", new LocalDate(2025, 1, 2));
        await store.Append(
            new(await store.Load(key, Cancellation), context, "hash", "CH-OTHER", [added]), Cancellation);
    }
}
