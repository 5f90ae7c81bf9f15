using BillingActors.Domain.Accounts;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Ledger;
using BillingActors.Domain.Primitives;
using CsCheck;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;

namespace BillingActors.Domain.Tests.Ledger;

public sealed class PostingRulesTests
{
    private static readonly AccountEvent.InvoiceIssued Invoice =
        Accounts.SampleInvoice.Of("K-1", Day(1, 1), Day(2, 1));

    [Fact]
    public void An_invoice_is_owed_against_revenue_by_tariff_and_tax_by_code()
    {
        var entry = PostingRules.EntryOf(
            Invoice with
            {
                NetMinor = 1000,
                TaxMinor = 150,
                Revenue = [new("flat", 800), new("green", 200)],
                Taxes = [new("VAT", 20m, 500, 100), new("CITY", 1m, 1000, 10), new("VAT", 8m, 500, 40)],
            },
            Euro)!;

        Assert.Equal(Day(2, 1), entry.BookedOn);
        Assert.Equal(
            [
                new("receivables", Eur(1150)), new("revenue/flat", Eur(-800)), new("revenue/green", Eur(-200)),
                new("tax/VAT", Eur(-140)), new("tax/CITY", Eur(-10)),
            ],
            entry.Postings.AsEnumerable());
    }

    [Fact]
    public void An_invoice_over_nothing_has_no_entry() =>
        Assert.Null(PostingRules.EntryOf(
            Invoice with { NetMinor = 0, TaxMinor = 0, Revenue = [], Taxes = [] }, Euro));

    [Fact]
    public void An_allowance_that_eats_the_whole_bill_still_moves_revenue() =>
        Assert.Equal(
            [new("revenue/charges", Eur(1000)), new Posting("revenue/flat", Eur(-1000))],
            PostingRules.EntryOf(
                Invoice with
                {
                    NetMinor = 0,
                    TaxMinor = 0,
                    Revenue = [new("charges", -1000), new("flat", 1000)],
                    Taxes = [],
                },
                Euro)!.Postings.AsEnumerable());

    [Fact]
    public void Events_that_move_no_money_have_no_entry()
    {
        AccountEvent[] events =
        [
            Opening, new AccountEvent.ProfileChanged("a", "b", 1, 2), Start("K-1", Day(1, 1)),
            new AccountEvent.ContractTariffChanged("K-1", "a", "b", Day(1, 1)), Charge("fee-1", 5, Day(1, 1)),
            new AccountEvent.ContractEnded("K-1", null, Day(2, 1)), new AccountEvent.ChargeRemoved("fee-1"),
            new AccountEvent.Closed(Day(2, 1)),
        ];

        Assert.All(events, happened => Assert.Null(PostingRules.EntryOf(happened, Euro)));
    }

    [Fact]
    public void Postings_that_do_not_sum_to_zero_are_a_broken_invariant()
    {
        Assert.Throws<BrokenInvariantException>(
            () => new JournalEntry(Day(1, 1), [new Posting("receivables", Eur(1))]));
        Assert.Throws<BrokenInvariantException>(() => PostingRules.EntryOf(Invoice with { NetMinor = 1 }, Euro));
    }

    [Fact]
    public void Whatever_an_invoice_holds_its_postings_sum_to_zero() =>
        Gen.Select(
                Gen.Long[-1_000_000, 1_000_000].Array[0, 6],
                Gen.Select(Gen.Int[0, 2], Gen.Long[-9999, 9999]).Array[0, 6])
            .Sample((revenue, taxes) =>
            {
                var entry = PostingRules.EntryOf(
                    Invoice with
                    {
                        NetMinor = revenue.Sum(),
                        TaxMinor = taxes.Sum(tax => tax.Item2),
                        Revenue = [.. revenue.Select((net, i) => new RevenueShare($"t{i}", net))],
                        Taxes = [.. taxes.Select(tax => new TaxShare($"X{tax.Item1}", 1m, 0, tax.Item2))],
                    },
                    Euro);
                var postings = entry?.Postings ?? [];
                Assert.Equal(0, postings.Sum(posting => posting.Amount.Minor));
                Assert.Equal(
                    revenue.Sum() + taxes.Sum(tax => tax.Item2),
                    postings.Where(p => p.LedgerAccount == PostingRules.Receivables).Sum(p => p.Amount.Minor));
                Assert.DoesNotContain(postings, posting => posting.Amount.IsZero);
            });
}
