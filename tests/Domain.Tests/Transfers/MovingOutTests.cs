using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Transfers;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Transfers.SampleTransfers;

namespace BillingActors.Domain.Tests.Transfers;

public sealed class MovingOutTests
{
    private static readonly Account Supplied = Sender.After(Start("K-1", Day(1, 1)));

    private static readonly EndSupply Leaving = new("m-1", From, "K-1", Day(4, 1), To, Day(4, 1));

    [Fact]
    public void The_contract_ends_and_the_balance_is_to_follow()
    {
        var decision = Leave(Supplied, Leaving);

        Assert.Equal(
            [typeof(AccountEvent.ContractEnded), typeof(AccountEvent.MovedOut)],
            decision.Events.Select(happened => happened.GetType()));
        var after = Supplied.After(decision);
        Assert.Equal(Day(4, 1), after.Contract("K-1")!.Until);
        Assert.Equal(Day(4, 1), after.TransferWaitsSince);
        Assert.Empty(Leave(after, Leaving).Events);
    }

    [Fact]
    public void The_balance_goes_to_an_account_of_the_same_customer_once()
    {
        var left = Supplied.After(Leave(Supplied, Leaving));

        var sent = AssertOnce<AccountEvent.TransferSent>(left, a => Move(a, "m-1"));

        Assert.Equal(("m-1", To, "C-1"), (sent.TransferId, sent.To, sent.CustomerId));
        Assert.Empty(left.After(sent).OpenItems);
        Assert.Equal(0, left.After(sent).MovedByHand("anna", "transfer", Day(4, 1)));
    }

    [Fact]
    public void Where_nothing_may_go_the_balance_stays_and_says_why()
    {
        var left = Open.After(Start("K-1", Day(1, 1)));
        left = left.After(Leave(left, Leaving));

        var kept = AssertOnce<AccountEvent.BalanceKept>(left, a => Move(a, "m-1"));

        Assert.Equal(TransferRefusals.NothingToTransfer.Code, kept.Code);
        Assert.Null(left.After(kept).TransferWaitsSince);
    }

    [Fact]
    public void Without_another_account_nothing_waits()
    {
        var stays = Leaving with { TransferTo = null };
        var left = Supplied.After(Leave(Supplied, stays));

        Assert.Null(left.TransferWaitsSince);
        AssertRefused(TransferRefusals.MoveOutUnknown, Move(left, "m-1"));
        AssertRefused(TransferRefusals.MoveOutUnknown, Move(left, "m-2"));
    }

    [Fact]
    public void What_cannot_end_is_refused()
    {
        AssertRefused(Refusals.AccountUnknown, Leave(Account.None, Leaving));
        AssertRefused(Refusals.ContractUnknown, Leave(Supplied, Leaving with { ContractId = "K-9" }));
        AssertRefused(Refusals.DateNotAllowed, Leave(Supplied, Leaving with { Until = Day(1, 1) }));
        AssertRefused(Refusals.DateNotAllowed, Leave(Supplied, Leaving with { Until = Day(4, 3) }));
        AssertRefused(Refusals.IdInvalid, Leave(Supplied, Leaving with { MoveOutId = "m 1" }));
        AssertRefused(Refusals.ReasonMissing, MovingOut.Decide(Supplied, Leaving, Context()));
    }

    [Fact]
    public void An_account_the_balance_cannot_go_to_is_refused()
    {
        AssertRefused(TransferRefusals.TransferToSelf, Leave(Supplied, Leaving with { TransferTo = From }));
        AssertRefused(TransferRefusals.OtherEntity, Leave(Supplied, Leaving with { TransferTo = "south/A-2" }));
    }

    [Fact]
    public void A_second_move_out_of_a_contract_and_an_id_of_something_else_are_refused()
    {
        var left = Supplied.After(Leave(Supplied, Leaving));
        var sent = Supplied.After(Send(Supplied, SampleTransfers.Start(id: "m-1")));

        AssertRefused(TransferRefusals.MoveOutExists, Leave(left, Leaving with { MoveOutId = "m-2" }));
        AssertRefused(TransferRefusals.MoveOutExists, Leave(left, Leaving with { TransferTo = null }));
        AssertRefused(TransferRefusals.TransferExists, Leave(sent, Leaving));
    }

    private static Decision<AccountEvent> Leave(Account account, EndSupply command) =>
        MovingOut.Decide(account, command, Context("moved house"));

    private static Decision<AccountEvent> Move(Account account, string id) =>
        BalanceMoving.Decide(account, From, id, Day(4, 1), Context("moved house"));

    private static AccountEvent.ContractStarted Start(string id, LocalDate from) =>
        Accounts.SampleAccount.Start(id, from);
}
