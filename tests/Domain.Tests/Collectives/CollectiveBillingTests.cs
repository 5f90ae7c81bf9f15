using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Collectives;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Ledger;
using CsCheck;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Collectives.SampleFamily;

namespace BillingActors.Domain.Tests.Collectives;

public sealed class CollectiveBillingTests
{
    [Fact]
    public void The_bill_of_a_child_is_no_claim_on_it_but_in_transit()
    {
        var bill = Bill(Child, Day(2, 1));

        Assert.Equal("A-0", bill.ParentId);
        Assert.Empty(Child.After(bill).OpenItems);
        Assert.Equal(Day(2, 1), Child.After(bill).Contract("K-1")!.BilledThrough);
        Assert.Equal(
            [("bills-in-transit", 1_200L), ("revenue/flat", -1_000L), ("tax/VAT", -200L)],
            PostingRules.EntryOf(bill, Euro)!.Postings.Select(p => (p.LedgerAccount, p.Amount.Minor)));
        var left = Child.After(bill).After(ParentLeaving.Decide(Child.After(bill), Day(2, 2)));
        Assert.Equal(Eur(1_200), left.After(Bill(left, Day(3, 1))).Balance);
    }

    // Two children at 12.00 and 7.20, tax included.
    [Fact]
    public void A_parent_owes_what_its_children_were_billed_once_its_bill_is_issued()
    {
        var page = ImmutableArray.Create(Waiting(Bill(Child, Day(2, 1))), Waiting("A-2", 600));
        var taken = AssertOnce<AccountEvent.ChildBillsTaken>(
            Parent, a => ChildBillTaking.Decide(a, page, 0, Day(1, 16)));
        Assert.Equal("collective.20250115", taken.BillId);
        Assert.Empty(Parent.After(taken).OpenItems);

        var billed = AssertOnce<AccountEvent.CollectiveBilled>(
            Parent.After(taken), a => CollectiveBilling.Decide(a, Day(1, 16)));

        Assert.Equal([new TaxShare("VAT", 20m, 1_600, 320)], billed.Taxes);
        var after = Parent.After(taken, billed);
        Assert.Equal(
            new OpenItem(
                "collective.20250115", "collective.20250115", Eur(1_920), Eur(1_920), Day(1, 15), Day(1, 29),
                ItemKind.Collective),
            Assert.Single(after.OpenItems));
        Assert.Equal(
            [("receivables", 1_920L), ("bills-in-transit", -1_920L)],
            PostingRules.EntryOf(billed, Euro)!.Postings.Select(p => (p.LedgerAccount, p.Amount.Minor)));
        Assert.Equal((Day(2, 15), 2L, 0), (
            after.CollectiveOn!.Value, after.Collective!.TakenCount, after.Collective.LineCount));
    }

    [Fact]
    public void A_credit_memo_of_a_bill_that_the_parent_paid_goes_to_the_parent()
    {
        var bill = Bill(Child, Day(2, 1));
        var invoice = new CreditableInvoice(
            bill.InvoiceId, bill.Period, [new CreditableLine("flat", 1_000)], bill.Taxes, [new(0, 0, 1_000, 200)])
        {
            ParentId = "A-0",
        };
        var child = Child.After(bill);

        var memo = Assert.IsType<AccountEvent.CreditMemoIssued>(Assert.Single(CreditMemoIssuing.Decide(
            child, new IssueCreditMemo("c-1", invoice, [], "price", Day(2, 3)), Context("wrong price")).Events));

        Assert.Equal(("A-0", 1_200L), (memo.ParentId, memo.TotalMinor));
        Assert.Empty(memo.Shares);
        Assert.Empty(child.After(memo with { MemoId = "m-1" }).OpenItems);
        Assert.Equal(
            [("revenue/flat", 1_000L), ("tax/VAT", 200L), ("bills-in-transit", -1_200L)],
            PostingRules.EntryOf(memo, Euro)!.Postings.Select(p => (p.LedgerAccount, p.Amount.Minor)));
    }

    [Fact]
    public void A_fee_of_a_child_is_no_claim_on_it_but_in_transit_and_a_line_without_tax()
    {
        var received = Child.After(ReceiptBooking.Decide(
            Child,
            new ReceiveCash("R-1", "bank", CashMethod.DirectDebit, 500, "EUR", Day(2, 1), Day(2, 1)),
            CashTerms.Usual));
        var returned = ReceiptReversal.Decide(
            received,
            new ReverseReceipt("R-1", CashReceiptState.Reversed, "AM04", Day(2, 3)),
            ReturnPolicy.Usual with { FeeMinor = 350 },
            Context("returned"));

        var fee = returned.Events.OfType<AccountEvent.ReturnFeeCharged>().Single();
        Assert.Equal("A-0", fee.ParentId);
        Assert.Empty(received.After(returned).OpenItems);
        Assert.Equal(
            [("bills-in-transit", 350L), ("fees/returned-payment", -350L)],
            PostingRules.EntryOf(fee, Euro)!.Postings.Select(p => (p.LedgerAccount, p.Amount.Minor)));
        var cut = new AccountEvent.FeeCharged("fee.1", "reconnection", 2_500, Day(2, 3), Day(2, 17), "O-1")
        {
            ParentId = "A-0",
        };
        Assert.Empty(Child.After(cut).OpenItems);
        Assert.Equal("bills-in-transit", PostingRules.EntryOf(cut, Euro)!.Postings[0].LedgerAccount);
        var line = new WaitingBill(new ChildBill("A-1", 9, "R-1.fee", 350, 0) { IsFee = true }, []);
        var billed = Parent.After(Take(Parent, Day(1, 15), line));
        Assert.Equal(Eur(350), billed.After(CollectiveBilling.Decide(billed, Day(1, 15))).Balance);
    }

    [Fact]
    public void A_page_that_was_read_before_others_were_taken_is_read_again()
    {
        var taken = Parent.After(Take(Parent, Day(1, 15), Waiting("A-1", 1_000)));

        Assert.Empty(ChildBillTaking.Decide(taken, [Waiting("A-1", 1_000)], 0, Day(1, 15)).Events);
        Assert.NotEmpty(ChildBillTaking.Decide(taken, [Waiting("A-2", 1_000)], 1, Day(1, 15)).Events);
    }

    [Fact]
    public void Nothing_is_taken_or_billed_before_the_bill_day_or_by_an_account_that_pays_for_nobody()
    {
        Assert.Empty(Take(Parent, Day(1, 14), Waiting("A-1", 1_000)).Events);
        Assert.Empty(CollectiveBilling.Decide(Parent, Day(1, 14)).Events);
        Assert.Empty(Take(Open, Day(1, 15), Waiting("A-1", 1_000)).Events);
        Assert.Empty(CollectiveBilling.Decide(Open, Day(1, 15)).Events);
        AssertRefused(Refusals.AccountUnknown, Take(Account.None, Day(1, 15)));
        AssertRefused(Refusals.AccountUnknown, CollectiveBilling.Decide(Account.None, Day(1, 15)));
    }

    [Fact]
    public void A_bill_day_without_bills_passes_and_a_credit_is_a_credit()
    {
        var passed = AssertOnce<AccountEvent.CollectivePassed>(
            Parent, a => CollectiveBilling.Decide(a, Day(1, 15)));
        Assert.Equal(Day(2, 15), Parent.After(passed).CollectiveOn);

        var credit = Parent.After(Take(Parent, Day(1, 15), Waiting("A-1", -1_000)));
        Assert.Equal(Eur(-1_200), credit.After(CollectiveBilling.Decide(credit, Day(1, 15))).Balance);
    }

    [Fact]
    public void The_parent_owes_the_sum_of_its_children_however_they_are_paged() =>
        Gen.Select(Gen.Int[-5_000, 50_000].Array[1, 60], Gen.Int[1, 20]).Sample((nets, size) =>
        {
            var bills = nets.Select((net, i) => Waiting($"A-{i}", net)).ToList();
            var account = Parent;
            foreach (var page in bills.Chunk(size))
                account = account.After(Take(account, Day(1, 15), [.. page]));
            account = account.After(CollectiveBilling.Decide(account, Day(1, 15)));

            var sum = bills.Sum(bill => bill.Line.NetMinor + bill.Line.TaxMinor);
            Assert.Equal(sum, account.Balance.Minor);
            var bill = Assert.Single(account.Collective!.Bills);
            Assert.Equal((nets.Length, sum), (bill.LineCount, bill.NetMinor + bill.TaxMinor));
        });
}
