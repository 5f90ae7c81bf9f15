using System.Collections.Immutable;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Metering;
using BillingActors.Grains.Interfaces.Transfers;
using BillingActors.Grains.Tests.Engine;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Verification;

namespace BillingActors.Grains.Tests.Transfers;

/// <summary>
/// What goes from one account to another arrives once or is back, whatever is lost in between, over every database.
/// Account 0 owes January; 1 is there to take it.
/// </summary>
public abstract class TransferContract(BillingEngine engine)
{
    private const long CashMinor = 5000;

    private static readonly DateOnly FebruarySecond = Desk.February.AddDays(1);

    private static readonly ImmutableArray<string> Supervisor = ["supervisor"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Everything_arrives_at_once_and_the_same_order_again_changes_nothing()
    {
        var desk = await Billed();
        await Pay(desk, 0);
        var before = (await desk.Account(0).View(Cancellation))!.OpenItems[0];
        var envelope = Desk.By("suzy", reason: "moved house");
        var order = new TransferOrder("T-1", Desk.Id(1), "balance");

        var first = await From(desk, 0).Start(envelope, Supervisor, order, Cancellation);
        var again = await From(desk, 0).Start(envelope, Supervisor, order, Cancellation);
        var anew = await From(desk, 0).Start(
            Desk.By("suzy", reason: "moved house"), Supervisor, order, Cancellation);

        Assert.Equal("done", Desk.Succeeded(first).State);
        Assert.Equal((Desk.Succeeded(first), true), (Desk.Succeeded(again), again.IsReplay));
        Assert.Equal(Desk.Succeeded(first), Desk.Succeeded(anew));
        var (sender, taker) = (await desk.Account(0).View(Cancellation), await desk.Account(1).View(Cancellation));
        Assert.Empty(sender!.OpenItems);
        var item = Assert.Single(taker!.OpenItems);
        Assert.Equal(before with { Id = "T-1.1" }, item);
        var cash = (await Cash(desk, 1).Cash(Cancellation))!;
        Assert.Equal(CashMinor, Assert.Single(cash.Receipts).UnappliedMinor);
        Assert.Equal("out", Assert.Single((await Ends(desk, 0).Transfers("", 10, Cancellation))!.Value).Direction);
        Assert.Equal("taken", Assert.Single((await Ends(desk, 1).Transfers("", 10, Cancellation))!.Value).State);
        await AssertSettled(desk);
    }

    [Theory]
    [InlineData(0, 1)] // The first write: nothing has left, or nobody knows.
    [InlineData(1, 1)] // It has left and does not arrive.
    [InlineData(0, 2)] // It has arrived and the sender does not hear of it.
    public async Task What_is_lost_between_any_two_steps_goes_on_by_itself(int account, int write)
    {
        var desk = await Billed();
        var stop = engine.Gate.Close(key => key == desk.KeyOf(account), write);
        var envelope = Desk.By("suzy", reason: "moved house");
        var order = new TransferOrder("T-1", Desk.Id(1), "items");

        var start = From(desk, 0).Start(envelope, Supervisor, order, Cancellation);
        await stop.Reached;
        stop.Break(new UnknownOutcomeException("the connection is gone"));
        var reply = await start;
        if (write == 1 && account == 0)
        {
            Assert.Equal("outcome-unknown", reply.Problem?.Code);
            reply = await From(desk, 0).Start(envelope, Supervisor, order, Cancellation);
        }

        Assert.True(Desk.Succeeded(reply).State is "pending" or "done", reply.Value!.State);
        await Until(desk, "done");
        Assert.Empty((await desk.Account(0).View(Cancellation))!.OpenItems);
        Assert.Equal(Desk.JanuaryMinor, (await desk.Account(1).View(Cancellation))!.BalanceMinor);
        await AssertSettled(desk);
    }

    [Fact]
    public async Task What_a_closed_account_refuses_is_back_with_its_old_due_date()
    {
        var desk = await Billed();
        await Open(desk, 5, "C0001");
        Desk.Succeeded(await desk.Account(5).Close(
            Desk.By("clerk"), new CloseAccount(Desk.February), Cancellation));
        var before = (await desk.Account(0).View(Cancellation))!.OpenItems;

        var reply = await From(desk, 0).Start(
            Desk.By("suzy", reason: "moved house"),
            Supervisor,
            new TransferOrder("T-1", Desk.Id(5), "items"),
            Cancellation);

        Assert.Equal(("returned", "account-closed"), (Desk.Succeeded(reply).State, reply.Value!.Code));
        Assert.Equal(before, (await desk.Account(0).View(Cancellation))!.OpenItems);
        await AssertSettled(desk);
    }

    [Fact]
    public async Task Two_accounts_that_send_to_each_other_do_not_wait_for_each_other()
    {
        var desk = await Billed();
        await Pay(desk, 1);

        var replies = await Task.WhenAll(
            From(desk, 0).Start(
                Desk.By("suzy", reason: "swap"), Supervisor, new TransferOrder("T-1", Desk.Id(1), "items"),
                Cancellation),
            From(desk, 1).Start(
                Desk.By("suzy", reason: "swap"), Supervisor, new TransferOrder("T-2", Desk.Id(0), "cash"),
                Cancellation));

        Assert.All(replies, reply => Assert.Equal("done", Desk.Succeeded(reply).State));
        await AssertSettled(desk);
    }

    [Fact]
    public async Task Above_the_limit_it_waits_for_a_second_person_and_then_goes_by_itself()
    {
        var desk = await Billed();
        var order = new TransferOrder("T-1", Desk.Id(1), "items");

        var reply = await From(desk, 0).Start(
            Desk.By("clara", reason: "moved house"), ["clerk"], order, Cancellation);
        Assert.Equal("waiting", Desk.Succeeded(reply).State);
        Desk.Succeeded(await engine.Grains.GetGrain<IAccountCreditGrain>(desk.KeyOf(0)).Approve(
            Desk.By("suzy"), Supervisor, new ApproveAction("T-1", Desk.JanuaryMinor), Cancellation));

        await Until(desk, "done");
        Assert.Equal(Desk.JanuaryMinor, (await desk.Account(1).View(Cancellation))!.BalanceMinor);
    }

    [Fact]
    public async Task What_cannot_go_is_refused_and_stays()
    {
        var desk = await Billed();
        var order = new TransferOrder("T-1", Desk.Id(1), "items");

        Assert.Equal("transfer-target-unknown", await Refused(order with { ToAccountId = "nobody" }));
        Assert.Equal("transfer-to-self", await Refused(order with { ToAccountId = Desk.Id(0) }));
        Assert.Equal("transfer-other-entity", await Refused(order with { ToEntityId = "elsewhere" }));
        Assert.Equal("transfer-scope-wrong", await Refused(order with { Scope = "everything" }));
        Assert.Equal("nothing-to-transfer", await Refused(order with { Scope = "cash" }));
        Assert.Equal("id-invalid", await Refused(order with { ToAccountId = "no body" }));
        Assert.Equal(Desk.JanuaryMinor, (await desk.Account(0).View(Cancellation))!.BalanceMinor);

        async Task<string?> Refused(TransferOrder wrong) => (await From(desk, 0).Start(
            Desk.By("suzy", reason: "moved house"), Supervisor, wrong, Cancellation)).Problem?.Code;
    }

    [Fact]
    public async Task Moving_out_ends_the_contract_bills_the_rest_and_takes_the_balance_along()
    {
        var desk = await Billed();
        await desk.Import(desk.Read(0, FebruarySecond, 1110));
        await Open(desk, 7, "C0000");
        var envelope = Desk.By("clara", reason: "moved house");
        var order = new MoveOutOrder("M-1", "K0000", FebruarySecond, Desk.Id(7));

        var first = await From(desk, 0).MoveOut(envelope, order, Cancellation);
        var again = await From(desk, 0).MoveOut(envelope, order, Cancellation);

        Assert.Equal("done", Desk.Succeeded(first).Balance);
        Assert.Equal((Desk.Succeeded(first), true), (Desk.Succeeded(again), again.IsReplay));
        // One day of supply at 1.00 and 10 kWh at 0.30, plus ten percent.
        const long finalMinor = 440;
        var (left, moved) = (await desk.Account(0).View(Cancellation), await desk.Account(7).View(Cancellation));
        Assert.Empty(left!.OpenItems);
        Assert.Equal(FebruarySecond, left.Contracts[0].Until);
        Assert.Equal(FebruarySecond, left.Contracts[0].BilledThrough);
        Assert.Equal([finalMinor, Desk.JanuaryMinor], moved!.OpenItems.Select(item => item.OpenMinor).Order());
        Desk.Succeeded(await desk.Account(0).Close(
            Desk.By("clerk"), new CloseAccount(FebruarySecond), Cancellation));
        await AssertSettled(desk);
    }

    [Fact]
    public async Task A_final_read_that_comes_with_the_move_out_is_billed_once_however_often_it_is_told()
    {
        var desk = await Billed();
        var order = new MoveOutOrder("M-1", "K0000", FebruarySecond, FinalReads: [new FinalRead("R1", 1110)]);
        var wrong = order with { FinalReads = [new FinalRead("R9", 1110)] };
        var billed = order with { FinalReads = [new FinalRead("R1", 1110, On: Desk.February.AddDays(-1))] };

        var refused = await From(desk, 0).MoveOut(Desk.By("clara", reason: "moved house"), wrong, Cancellation);
        var tooEarly = await From(desk, 0).MoveOut(Desk.By("clara", reason: "moved house"), billed, Cancellation);
        var first = await From(desk, 0).MoveOut(Desk.By("clara", reason: "moved house"), order, Cancellation);
        var again = await From(desk, 0).MoveOut(Desk.By("clara", reason: "moved house"), order, Cancellation);

        Assert.Equal("register-unknown", refused.Problem?.Code);
        Assert.Equal("read-day-invalid", tooEarly.Problem?.Code);
        Assert.NotNull(Desk.Succeeded(first).FinalInvoiceId);
        Assert.Equal(Desk.Succeeded(first).Version, Desk.Succeeded(again).Version);
        Assert.Equal(
            1,
            await desk.Count(
                "register_read",
                $"service_point_id = '{desk.PointOf(0)}' and kind = 'final' and import_id = 'by-hand.clara.M-1'"));
        Assert.Equal(Desk.JanuaryMinor + 440, (await desk.Account(0).View(Cancellation))!.BalanceMinor);
    }

    [Fact]
    public async Task A_final_bill_without_its_read_is_held_and_nothing_is_stored()
    {
        var desk = await Billed();
        var before = (await desk.Account(0).View(Cancellation))!.Version;

        var reply = await From(desk, 0).MoveOut(
            Desk.By("clara", reason: "moved house"), new MoveOutOrder("M-1", "K0000", FebruarySecond), Cancellation);

        Assert.Equal("final-bill-held", reply.Problem?.Code);
        Assert.Equal(before, (await desk.Account(0).View(Cancellation))!.Version);
    }

    [Fact]
    public async Task A_balance_that_was_to_follow_and_did_not_goes_on_by_itself()
    {
        var desk = await Billed();
        await Open(desk, 7, "C0000");
        var stop = engine.Gate.Close(key => key == desk.KeyOf(0), 2);

        var move = From(desk, 0).MoveOut(
            Desk.By("clara", reason: "moved house"),
            new MoveOutOrder("M-1", "K0000", Desk.February, Desk.Id(7)),
            Cancellation);
        await stop.Reached;
        stop.Break(new UnknownOutcomeException("the connection is gone"));

        Assert.Null(Desk.Succeeded(await move).FinalInvoiceId);
        await Wait.Until(
            () => Ends(desk, 0).MoveOutState("M-1", Cancellation), state => state?.Balance == "done");
        Assert.Equal(Desk.JanuaryMinor, (await desk.Account(7).View(Cancellation))!.BalanceMinor);
        await AssertSettled(desk);
    }

    [Fact]
    public async Task A_balance_goes_only_to_an_account_of_the_same_customer()
    {
        var desk = await Billed();

        var reply = await From(desk, 0).MoveOut(
            Desk.By("clara", reason: "moved house"),
            new MoveOutOrder("M-1", "K0000", Desk.February, Desk.Id(1)),
            Cancellation);

        Assert.Equal("transfer-other-customer", reply.Problem?.Code);
    }

    private ITransferGrain From(Desk desk, int account) =>
        engine.Grains.GetGrain<ITransferGrain>(desk.KeyOf(account));

    private IAccountTransferGrain Ends(Desk desk, int account) =>
        engine.Grains.GetGrain<IAccountTransferGrain>(desk.KeyOf(account));

    private IAccountCashGrain Cash(Desk desk, int account) =>
        engine.Grains.GetGrain<IAccountCashGrain>(desk.KeyOf(account));

    private async Task Pay(Desk desk, int account) => Desk.Succeeded(await Cash(desk, account).Receive(
        Desk.By("clara"),
        new Payment("R-1", "bank", "wire", CashMinor, "AUD", Desk.February, IsOnAccount: true),
        Cancellation));

    private static async Task Open(Desk desk, int account, string customer) =>
        Desk.Succeeded(await desk.Account(account).Open(
            Desk.By("clerk"),
            new OpenAccount($"{desk.EntityId}-{customer}", "AUD", desk.CycleId, 14, Desk.January),
            Cancellation));

    private async Task Until(Desk desk, string state) => await Wait.Until(
        () => Ends(desk, 0).TransferState("T-1", Cancellation), transfer => transfer?.State == state);

    private async Task<Desk> Billed()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(2);
        var runId = Desk.NewRunId();
        await desk.Calculate(runId, 0);
        await desk.Issue(runId);
        return desk;
    }

    // Nothing is on its way any more, nothing of it is due, and the books of everybody hold.
    private async Task AssertSettled(Desk desk)
    {
        Assert.Equal(0, await desk.Count("due_work", $"kind = 'transfer' and key like '{desk.EntityId}/%'"));
        Assert.Equal(0, await engine.Sql(
            "select coalesce(sum(amount_minor), 0) from posting where ledger_account = 'in-transit' "
            + $"and account_key like '{desk.EntityId}/%'"));
        var report = await engine.Get<IVerification>().Run(null, Cancellation);
        Assert.True(report.Holds, string.Join('\n', report.Checks.SelectMany(check => check.Faults)));
    }
}
