using BillingActors.Domain.Transfers;
using BillingActors.Storage.Tests.Verification;
using static BillingActors.Storage.Tests.Accounts.Turns;

namespace BillingActors.Storage.Tests.Accounts;

/// <summary>What transfers need of the store.</summary>
public abstract partial class AccountStoreContract
{
    [Fact]
    public async Task What_is_on_its_way_is_due_until_it_has_arrived_or_is_back()
    {
        var billed = await Append(Bill(await Append(Open(Key("A"), Started("CT-1")))));
        var sent = await Append(Ledgers.Send(billed, "T-1", "B"));

        Assert.Equal(1, await Sql($"select count(*) from due_work where kind = 'transfer' and key = '{Key("A")}'"));
        Assert.Equal(
            billed.State.Balance.Minor,
            await Sql($"""
                select sum(amount_minor) from posting
                where account_key = '{Key("A")}' and ledger_account = 'in-transit'
                """));
        var back = await Append(Ledgers.Settle(sent, "T-1", "account-closed"));
        Assert.Equal(0, await Sql($"select count(*) from due_work where kind = 'transfer' and key = '{Key("A")}'"));
        Assert.Equal(billed.State.OpenItems[0], Assert.Single(back.State.OpenItems));
        Assert.Equal(TransferState.Returned, back.State.TransferOut("T-1")!.State);
        var loaded = await Store.Load(Key("A"), Cancellation);
        Assert.Equal(back.State.TransfersOut[0].On, loaded.State.TransfersOut[0].On);
    }
}
