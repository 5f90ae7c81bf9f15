using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Ledger;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tax;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Credits.SampleCorrections;

namespace BillingActors.Domain.Tests.Credits;

public sealed class CreditMemoIssuingTests
{
    [Fact]
    public void A_memo_of_the_whole_invoice_turns_its_postings_back()
    {
        var after = Owing.Credited(Decide(Owing, Credit("c-1")), out var memo);

        Assert.Equal((4_033L, 1_064L), (memo.Issued.NetMinor, memo.Issued.TaxMinor));
        Assert.Empty(after.OpenItems);
        Assert.Equal(
            [("revenue/home", 4_033L), ("tax/VAT", 807L), ("tax/LEVY", 257L), ("receivables", -5_097L)],
            PostingRules.EntryOf(memo.Issued, Euro)!.Postings.Select(p => (p.LedgerAccount, p.Amount.Minor)));
        Assert.Equal(5_097, after.MovedByHand("anna", "credit-memo", Day(4, 1)));
    }

    // 11.11 of 33.33: VAT of 6.67 and levy of 2.57 by thirds, 2.22 and 0.86 each time, and the last takes the rest.
    [Fact]
    public void The_last_part_of_a_line_takes_the_remaining_cent()
    {
        var account = Owing;
        var taxes = new List<(long Vat, long Levy)>();
        foreach (var id in new[] { "c-1", "c-2", "c-3" })
        {
            account = account.Credited(Decide(account, Credit(id, new LineCredit(2, 1_111))), out var memo);
            taxes.Add((memo.Issued.Taxes[0].AmountMinor, memo.Issued.Taxes[1].AmountMinor));
        }

        var whole = Creditable.LineTaxes.Where(part => part.Line == 1).Select(part => part.AmountMinor).ToList();
        Assert.Equal((whole[0], whole[1]), (taxes.Sum(t => t.Vat), taxes.Sum(t => t.Levy)));
        Assert.Equal([86L, 85L, 86L], taxes.Select(t => t.Levy));
    }

    [Fact]
    public void What_is_paid_becomes_a_credit_of_its_own()
    {
        var paid = Owing.Settled([ItemShare.Of(Owing.Item(InvoiceId)!, Eur(5_000))]);

        var after = paid.Credited(Credit("c-1", new LineCredit(1, null)));

        var credit = Assert.Single(after.OpenItems);
        Assert.Equal(
            ("memo-c-1", "INV-00000001", ItemKind.CreditMemo, Eur(97 - 1_200)),
            (credit.Id, credit.Number, credit.Kind, credit.Open));
    }

    // 10.00 with 2.00 VAT before, then 11.11 of 33.33 with 2.22 VAT and 0.86 levy.
    [Fact]
    public void What_a_memo_would_take_is_said_before_line_by_line_and_tax_by_tax()
    {
        var account = Owing.Credited(Credit("c-1", new LineCredit(1, null)));

        var quote = CreditMemoIssuing.Quote(account, Creditable, [new LineCredit(2, 1_111)]);

        Assert.Null(quote.Refusal);
        Assert.Equal(
            [new(1, 0, 0, 0, 0), new(2, 3_333, 924, 1_111, 308), new(3, -300, -60, 0, 0)], quote.Lines.AsEnumerable());
        Assert.Equal([("VAT", 222L), ("LEVY", 86L)], quote.Taxes.Select(tax => (tax.Code, tax.AmountMinor)));
        Assert.Equal((1_111L, 308L, 5_097L - 1_200), (quote.NetMinor, quote.TaxMinor, quote.MostMinor));
        account.Credited(Decide(account, Credit("c-2", new LineCredit(2, 1_111))), out var memo);
        Assert.Equal(memo.Issued.TotalMinor, quote.NetMinor + quote.TaxMinor);
    }

    [Fact]
    public void What_would_be_refused_is_said_with_what_is_left()
    {
        var quote = CreditMemoIssuing.Quote(Owing, Creditable, [new LineCredit(1, 1_001)]);

        Assert.Equal(MemoRefusals.AboveLine(1, Eur(1_000)), quote.Refusal);
        Assert.Equal((0L, 0L, 1_000L), (quote.NetMinor, quote.TaxMinor, quote.Lines[0].LeftNetMinor));
        Assert.Equal(
            MemoRefusals.NothingToCredit,
            CreditMemoIssuing.Quote(Owing.Credited(Credit("c-1")), Creditable, []).Refusal);
    }

    [Fact]
    public void The_document_mirrors_lines_and_taxes()
    {
        Owing.Credited(Decide(Owing, Credit("c-1", new(3, -100), new(2, null))), out var memo);

        var document = CreditMemoDocument.Of(Corrected, Number, memo.Issued, "CM");

        Assert.Equal(
            ("memo-c-1", "CM", null, new CorrectedInvoice(InvoiceId, Number), true),
            (document.InvoiceId, document.Series, document.RunId, document.Corrects, document.IsCreditMemo));
        Assert.Equal(DocumentFacts.Of(memo.Issued), DocumentFacts.Of(document));
        Assert.Equal([Eur(-3_333), Eur(100)], document.Lines.Select(line => line.Amount));
        Assert.Equal(
            [(-1m, "kWh", "reads"), (1m, "item", "invoice")],
            document.Lines.Select(line => (line.Quantity, line.Unit, line.Source.Kind)));
        Assert.Equal(document.Total, document.Net + document.Tax);
        Assert.Equal(document.Net, Money.Sum(Euro, document.Lines.Select(line => line.Amount)));
        Assert.Equal(document.Tax, Money.Sum(Euro, document.Taxes.Select(tax => tax.Amount)));
        Assert.Equal(document.Tax.Minor, document.LineTaxes!.Value.Sum(part => part.AmountMinor));
        Assert.All(document.Taxes.Index(), tax => Assert.Equal(
            tax.Item.Amount.Minor,
            document.LineTaxes!.Value.Where(part => part.Tax == tax.Index).Sum(part => part.AmountMinor)));
    }

    [Fact]
    public void The_same_correction_again_is_nothing_new()
    {
        IssueCreditMemo[] commands =
        [
            Credit("c-1"), Credit("c-1", new LineCredit(2, 100)), Credit("c-1", new LineCredit(1, null)),
        ];

        Assert.All(commands, command => Assert.Empty(Decide(Owing.Credited(command), command).Events));
    }

    [Fact]
    public void The_same_id_for_something_else_is_refused()
    {
        var account = Owing.Credited(Credit("c-1", new LineCredit(2, 100)));

        AssertRefused(CreditRefusals.CreditExists, Decide(account, Credit("c-1")));
        AssertRefused(CreditRefusals.CreditExists, Decide(account, Credit("c-1", new LineCredit(2, 101))));
        AssertRefused(CreditRefusals.CreditExists, Decide(account, Credit("c-1", new LineCredit(1, 100))));
    }

    [Fact]
    public void Unknown_accounts_bad_ids_and_missing_reasons_are_refused()
    {
        AssertRefused(Refusals.AccountUnknown, Decide(Account.None, Credit("c-1")));
        AssertRefused(Refusals.IdInvalid, Decide(Owing, Credit("c 1")));
        AssertRefused(Refusals.IdInvalid, Decide(Owing, Credit("c-1") with { Code = "" }));
        AssertRefused(Refusals.ReasonMissing, CreditMemoIssuing.Decide(Owing, Credit("c-1"), Context()));
    }

    [Fact]
    public void What_is_not_on_the_invoice_is_refused()
    {
        AssertRefused(MemoRefusals.LineUnknown, Decide(Owing, Credit("c-1", new LineCredit(0, 1))));
        AssertRefused(MemoRefusals.LineUnknown, Decide(Owing, Credit("c-1", new LineCredit(4, 1))));
        AssertRefused(MemoRefusals.LinesInvalid, Decide(Owing, Credit("c-1", new(1, 1), new(1, 2))));
    }

    [Theory]
    [InlineData(1, 1_001)]
    [InlineData(1, 0)]
    [InlineData(1, -1)]
    [InlineData(3, 1)]
    [InlineData(3, -301)]
    [InlineData(3, long.MinValue)]
    public void More_than_a_line_or_the_other_way_is_refused(int number, long minor) => AssertRefused(
        MemoRefusals.AboveLine(number, Eur(number == 1 ? 1_000 : -300)),
        Decide(Owing, Credit("c-1", new LineCredit(number, minor))));

    // The allowance stays, so that both charges together are more than the invoice.
    [Fact]
    public void More_than_the_invoice_is_refused() => AssertRefused(
        MemoRefusals.AboveInvoice(Eur(5_097)), Decide(Owing, Credit("c-1", new(1, null), new(2, null))));

    // 10.00 less for paying early was given back with its tax, so that a memo of all would give it back twice.
    [Fact]
    public void What_was_taken_off_for_paying_early_is_not_credited_again()
    {
        var discounted = Owing.After(
            new AccountEvent.ReceiptBooked(
                "R-1", "bank", CashMethod.Wire, 4_097, Day(2, 2), Day(2, 2), null, null, null, null, null, false),
            new AccountEvent.ReceiptApplied("R-1", new CashApplied(
                "received",
                AppliedBy.ExactItem,
                Day(2, 2),
                [ItemShare.Of(Owing.Item(InvoiceId)!, Eur(5_097))],
                4_097,
                0,
                [new CashDiscount(InvoiceId, 800, [new TaxRelief("VAT", 200)])])));

        AssertRefused(MemoRefusals.AboveInvoice(Eur(4_097)), Decide(discounted, Credit("c-1")));
        Assert.Equal(
            Eur(-1_200), discounted.Credited(Credit("c-1", new LineCredit(1, null))).Balance);
    }

    [Fact]
    public void What_would_be_owed_more_is_refused() => AssertRefused(
        CreditRefusals.AmountNotPositive, Decide(Owing, Credit("c-1", new LineCredit(3, null))));

    [Fact]
    public void What_was_credited_whole_is_refused()
    {
        AssertRefused(MemoRefusals.NothingToCredit, Decide(Owing.Credited(Credit("c-1")), Credit("c-2")));
        AssertRefused(
            MemoRefusals.NothingToCredit,
            Decide(Owing.Credited(Credit("c-1", new LineCredit(1, null))), Credit("c-2", new LineCredit(1, 1))));
    }

    [Fact]
    public void What_is_written_off_is_refused()
    {
        var account = Owing with
        {
            WriteOffs =
            [
                new WriteOff("wo-1", WriteOffKind.BadDebt, [ItemShare.Of(Owing.Item(InvoiceId)!, Eur(1))], [], []),
            ],
        };

        AssertRefused(MemoRefusals.ItemWrittenOff, Decide(account, Credit("c-1")));
    }

    // 8.07 VAT of all and 2.57 levy of the energy: to the cent what the document of today says itself.
    [Fact]
    public void An_invoice_that_does_not_say_its_line_taxes_has_them_by_lines_and_summary()
    {
        var old = CreditableInvoice.Of(Corrected with { LineTaxes = null });

        Assert.Equal(Creditable.LineTaxes.OrderBy(part => (part.Line, part.Tax)), old.LineTaxes);
        var after = Owing.Credited(
            Decide(Owing, Credit("c-1", new LineCredit(2, null)) with { Invoice = old }), out var memo);
        Assert.Equal((3_333L, 924L), (memo.Issued.NetMinor, memo.Issued.TaxMinor));
        Assert.Equal(Eur(5_097 - 4_257), after.Balance);
    }

    [Fact]
    public void Lines_that_cancel_out_bear_the_tax_in_equal_parts()
    {
        var odd = Corrected with
        {
            Lines = [Line(500), Line(-500)],
            Taxes = [Corrected.Taxes[0] with { Base = Eur(7), Amount = Eur(3) }],
            LineTaxes = null,
        };

        Assert.Equal(
            [new LineTax(0, 0, 4, 2), new LineTax(1, 0, 3, 1)], CreditableInvoice.Of(odd).LineTaxes);
    }

    [Fact]
    public void A_line_of_nothing_is_credited_with_its_tax_at_once()
    {
        var invoice = Creditable with
        {
            Lines = [new CreditableLine("home", 0), new CreditableLine("home", 4_033)],
            LineTaxes = [new LineTax(0, 0, 0, 807), new LineTax(1, 1, 3_333, 257)],
        };
        var account = Owing.Credited(
            Decide(Owing, Credit("c-1", new LineCredit(1, null)) with { Invoice = invoice }), out var memo);

        Assert.Equal((0L, 807L), (memo.Issued.NetMinor, memo.Issued.TaxMinor));
        AssertRefused(
            MemoRefusals.NothingToCredit,
            Decide(account, Credit("c-2", new LineCredit(1, null)) with { Invoice = invoice }));
    }
}
