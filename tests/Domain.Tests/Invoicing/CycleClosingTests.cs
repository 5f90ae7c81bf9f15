using BillingActors.Domain.Accounts;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Ledger;
using BillingActors.Domain.Primitives;
using CsCheck;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Invoicing.SampleClosing;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Invoicing;

public sealed class CycleClosingTests
{
    private static readonly Account Given = Accounts.SampleAccount.Open.After(
        Start("K-1", Day(1, 1)), Charge("fee-1", 500, Day(1, 10)));

    private static readonly InvoicePlan Plan =
        Ready(Given, Inputs(Day(2, 1), Input("K-1", Unmetered(), Fixed())));

    [Fact]
    public void A_plan_is_issued_once()
    {
        var issued = AssertOnce<AccountEvent.InvoiceIssued>(Given, account => Issue(account, Plan, Day(2, 3)));

        Assert.Equal((1500, 300), (issued.NetMinor, issued.TaxMinor));
        Assert.Equal([new TaxShare("VAT", 20m, 1500, 300)], issued.Taxes.AsEnumerable());
        Assert.Equal("fee-1", Assert.Single(issued.ChargeIds));
        Assert.Equal(("run-1", new Period(Day(1, 1), Day(2, 1))), (issued.RunId, issued.Period));
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(14, 17)]
    public void It_is_due_by_the_terms_of_the_account(int terms, int dueDay)
    {
        var issued = (AccountEvent.InvoiceIssued)Issue(Given with { TermsDays = terms }, Plan, Day(2, 3)).Events[0];

        Assert.Equal((Day(2, 3), Day(2, dueDay)), (issued.IssuedOn, issued.DueOn));
    }

    [Fact]
    public void The_invoice_is_one_open_item_and_the_balance()
    {
        var account = Given.After(Issue(Given, Plan, Day(2, 3)));

        Assert.Equal(Eur(1800), account.Balance);
        Assert.Equal(
            new OpenItem("north.A-1.1", "INV-00000001", Eur(1800), Eur(1800), Day(2, 3), Day(2, 17)),
            Assert.Single(account.OpenItems));
        Assert.Empty(account.Charges);
    }

    [Fact]
    public void The_document_holds_what_was_planned_and_issued()
    {
        var issued = (AccountEvent.InvoiceIssued)Issue(Given, Plan, Day(2, 3)).Events[0];

        var document = CycleClosing.DocumentOf(Given, issued, Plan, "INV", "A-1");

        Assert.Equal(
            ("north.A-1.1", "north", "A-1", "C-1", "INV"),
            (document.InvoiceId, document.EntityId, document.AccountId, document.CustomerId, document.Series));
        Assert.Equal((Day(2, 3), Day(2, 17), "EUR"), (document.IssuedOn, document.DueOn, document.Currency));
        Assert.Equal((Eur(1500), Eur(300), Eur(1800)), (document.Net, document.Tax, document.Total));
        Assert.Equal(document.Net.Minor, document.Lines.Sum(line => line.Amount.Minor));
        Assert.Equal(document.Tax.Minor, document.Taxes.Sum(tax => tax.Amount.Minor));
        Assert.Equal(("run-1", Plan.Period), (document.RunId, document.Period));
    }

    [Fact]
    public void A_plan_within_what_is_billed_already_is_nothing_new()
    {
        var wider = Given.After(Issue(Given, Ready(
            Given, Inputs(Day(3, 1), Input("K-1", Unmetered(), Fixed())))));

        Assert.Empty(Issue(wider, Plan).Events);
        Assert.False(Issue(wider, Plan).IsRefused);
    }

    [Fact]
    public void A_plan_for_an_account_that_is_not_open_is_refused()
    {
        AssertRefused(Refusals.AccountUnknown, Issue(Account.None, Plan));
        AssertRefused(Refusals.AccountClosed, Issue(Given.After(new AccountEvent.Closed(Day(2, 1))), Plan));
    }

    [Fact]
    public void A_plan_in_another_currency_is_refused() =>
        AssertRefused(
            Refusals.CurrencyMismatch, Issue(Given, Plan with { Net = new Money(1500, Currency.Of("USD")) }));

    [Fact]
    public void A_plan_whose_days_are_billed_in_part_is_refused() =>
        AssertRefused(
            Refusals.PeriodBilled, Issue(Given.After(Accounts.SampleInvoice.Of("K-1", Day(1, 1), Day(1, 15))), Plan));

    [Fact]
    public void A_plan_that_leaves_days_out_is_refused()
    {
        var later = Plan with { Contracts = [Plan.Contracts[0] with { Period = new Period(Day(1, 2), Day(2, 1)) }] };

        AssertRefused(Refusals.PeriodBilled, Issue(Given, later));
    }

    [Fact]
    public void A_plan_beyond_the_end_of_its_contract_is_refused() =>
        AssertRefused(
            Refusals.DateNotAllowed, Issue(Given.After(new AccountEvent.ContractEnded("K-1", null, Day(1, 15))), Plan));

    [Fact]
    public void A_plan_for_an_unknown_contract_is_refused() =>
        AssertRefused(Refusals.ContractUnknown, Issue(Given with { Contracts = [] }, Plan));

    [Fact]
    public void A_plan_whose_charge_was_taken_back_or_changed_is_refused()
    {
        var without = Given.After(new AccountEvent.ChargeRemoved("fee-1"));

        AssertRefused(Refusals.ChargeUnknown, Issue(without, Plan));
        AssertRefused(Refusals.ChargeUnknown, Issue(without.After(Charge("fee-1", 499, Day(1, 10))), Plan));
        AssertRefused(Refusals.ChargeUnknown, Issue(without.After(Charge("fee-1", 500, Day(1, 10), "none")), Plan));
    }

    [Fact]
    public void A_plan_that_does_not_add_up_is_a_broken_invariant()
    {
        InvoicePlan[] broken =
        [
            Plan with { Net = Eur(1499) },
            Plan with { Tax = Eur(299) },
            Plan with { Revenue = [new RevenueShare("flat", 1499)] },
        ];

        Assert.All(broken, plan => Assert.Throws<BrokenInvariantException>(() => Issue(Given, plan)));
    }

    [Fact]
    public void Whatever_is_billed_the_entry_balances_and_receivables_are_the_open_item() =>
        Gen.Select(Gen.Int[0, 100_000], Gen.Int[-9999, 9999].Array[0, 5], Gen.Int[1, 90], Gen.Bool).Sample(
            (price, charges, length, isTaxed) =>
            {
                var account = Accounts.SampleAccount.Open.After(Start("K-1", Day(1, 1)));
                for (var i = 0; i < charges.Length; i++)
                    account = account.After(Charge($"c{i}", charges[i], Day(1, 1), isTaxed ? "standard" : "none"));
                var plan = CycleCalculation.Calculate(
                    account,
                    Inputs(Day(1, 1).PlusDays(length), Input("K-1", Unmetered(), Fixed(price: price / 1000m)))).Plan!;

                var issued = Assert.Single(Issue(account, plan).Events);
                var after = account.After(issued);

                var postings = PostingRules.EntryOf(issued, Euro)?.Postings ?? [];
                Assert.Equal(0, postings.Sum(posting => posting.Amount.Minor));
                Assert.Equal(
                    after.Balance.Minor,
                    postings.Where(p => p.LedgerAccount == PostingRules.Receivables).Sum(p => p.Amount.Minor));
                Assert.Empty(Issue(after, plan).Events);
            });
}
