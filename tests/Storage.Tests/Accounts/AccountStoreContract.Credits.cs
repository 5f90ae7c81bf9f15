using BillingActors.Domain.Accounts;
using static BillingActors.Storage.Tests.Accounts.Turns;

namespace BillingActors.Storage.Tests.Accounts;

/// <summary>What credits and approvals need of the store.</summary>
public abstract partial class AccountStoreContract
{
    [Fact]
    public async Task What_waits_for_a_second_person_is_in_the_inbox_until_it_is_decided()
    {
        var billed = await Append(Bill(await Append(Open(Key("A"), Started("CT-1")))));
        var asked = await Append(Ask(billed, billed.State.OpenItems[0].Id));

        Assert.Equal(6000, await Sql($"select effect_minor from approval_request where account_key = '{Key("A")}'"));
        await Append(Reject(asked));
        Assert.Equal(0, await Sql($"select count(*) from approval_request where account_key = '{Key("A")}'"));
    }

    [Fact]
    public async Task An_invoice_is_read_by_its_id_and_no_other()
    {
        const string id = "entity.account.2";
        var bill = Bill(await Append(Open(Key("A"))));
        var issued = (AccountEvent.InvoiceIssued)bill.Events[^1] with { InvoiceId = id };
        await Append(bill with { Events = [issued], Invoice = bill.Invoice! with { InvoiceId = id } });

        Assert.Equal(7140, (await Store.ReadInvoice(Key("A"), id, Cancellation))!.Total.Minor);
        Assert.Null(await Store.ReadInvoice(Key("A"), "other." + id, Cancellation));
        Assert.Null(await Store.ReadInvoice(Key("A"), "fee", Cancellation));
        Assert.Null(await Store.ReadInvoice(Key("B"), id, Cancellation));
    }
}
