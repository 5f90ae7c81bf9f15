using BillingActors.Domain.Accounts;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Primitives;
using BillingActors.Storage.Accounts;
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

    // The account's last invoice stays the last one, whatever is credited after it.
    [Fact]
    public async Task A_credit_memo_lies_among_the_invoices_with_a_number_of_its_own()
    {
        var opened = await Append(Open(Key("A"), Started("CT-1")));
        var bill = Bill(opened);
        var billed = await Append(bill);
        var issued = (AccountEvent.InvoiceIssued)bill.Events[^1];
        var memo = Memo(billed, issued.InvoiceId, bill.Invoice!);

        var after = await Append(memo);

        Assert.Equal(7140 - 1190, after.State.Balance.Minor);
        Assert.Equal(2, await Sql($"select count(*) from invoice where account_key = '{Key("A")}'"));
        Assert.Equal(-1190, await Sql(
            $"select total_minor from invoice where account_key = '{Key("A")}' and series = 'CM' and number = 1"
            + $" and corrects_id = '{issued.InvoiceId}'"));
        Assert.Equal(billed.Version, await Sql(
            $"select last_invoice_version from account where account_key = '{Key("A")}'"));
        Assert.Null(await ((IChainVerifier)Store).Verify(Key("A"), Cancellation));
        Assert.Equal(after.State.CreditMemos[0].MemoId, (await Store.Load(Key("A"), Cancellation))
            .State.CreditMemos[0].MemoId);
    }

    [Fact]
    public async Task A_credit_memo_without_its_document_is_a_broken_invariant()
    {
        var bill = Bill(await Append(Open(Key("A"), Started("CT-1"))));
        var billed = await Append(bill);
        var memo = Memo(billed, ((AccountEvent.InvoiceIssued)bill.Events[^1]).InvoiceId, bill.Invoice!);

        await Assert.ThrowsAsync<BrokenInvariantException>(() => Append(memo with { Invoice = null }));
        await Assert.ThrowsAsync<BrokenInvariantException>(() => Append(memo with
        {
            Invoice = memo.Invoice! with { Net = -memo.Invoice.Net },
        }));
    }

    // Ten of the first line with 19 % tax.
    private static AccountCommit Memo(LoadedAccount billed, string invoiceId, Invoice invoice)
    {
        var item = ItemShare.Of(billed.State.OpenItems[^1], new Money(1190, billed.State.Currency));
        var issued = (AccountEvent.CreditMemoIssued)CreditSamples.All["credit-memo-issued"] with
        {
            MemoId = $"{billed.Key.Replace('/', '.')}.{billed.Version + 1}",
            InvoiceId = invoiceId,
            Period = invoice.Period,
            Shares = [item],
        };
        return Commit(billed, [issued]) with { Invoice = CreditMemoDocument.Of(invoice, item.Number, issued, "CM") };
    }
}
