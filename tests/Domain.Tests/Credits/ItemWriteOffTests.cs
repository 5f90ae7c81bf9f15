using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Ledger;
using BillingActors.Domain.Primitives;
using CsCheck;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Credits.SampleItems;
using TaxShare = BillingActors.Domain.Invoicing.TaxShare;

namespace BillingActors.Domain.Tests.Credits;

public sealed class ItemWriteOffTests
{
    [Fact]
    public void Claims_are_given_up_whole_and_their_tax_comes_back()
    {
        var happened = AssertOnce<AccountEvent.ItemsWrittenOff>(Owing, a => Decide(a, WriteOff(Invoice, Fee)));

        // 120.00 with 20.00 of tax, and a fee of 5.00 without.
        Assert.Equal(
            [("bad-debts", 10_500L), ("tax/VAT", 2_000L), ("receivables", -12_500L)],
            PostingsOf(happened));
        Assert.Equal(Eur(-1_000), Owing.After(happened).Balance);
    }

    [Fact]
    public void Tax_comes_back_in_the_ratio_of_what_is_still_open()
    {
        var account = Owing.After(
            ItemAdjustment.Decide(Owing, Adjust(6_001), Context("half of it")));

        var happened = AssertOnce<AccountEvent.ItemsWrittenOff>(account, a => Decide(a, WriteOff(Invoice)));

        // 59.99 of 120.00 is open: of 20.00 tax 9.99833 come back.
        Assert.Equal(1_000, Assert.Single(happened.TaxRelief).AmountMinor);
    }

    /// <summary>
    /// The tax office's example of relief: what is outstanding is gross, and at 17.5 % 7/47 of 184.14 and 587.50
    /// together come back, 114.93. Source: gov.uk, HMRC internal manual, VAT Bad Debt Relief, VBDR2300.
    /// </summary>
    [Fact]
    public void What_is_outstanding_counts_gross_as_in_the_example_of_the_tax_office()
    {
        var account = Open with
        {
            OpenItems =
            [
                new OpenItem("I-1", "N-1", Eur(23_500), Eur(18_414), Day(2, 1), Day(2, 15)),
                new OpenItem("I-2", "N-2", Eur(58_750), Eur(58_750), Day(2, 2), Day(2, 16)),
            ],
        };
        TaxedItem[] items =
        [
            new("I-1", [new TaxShare("VAT", 17.5m, 20_000, 3_500)]),
            new("I-2", [new TaxShare("VAT", 17.5m, 50_000, 8_750)]),
        ];

        var happened = AssertOnce<AccountEvent.ItemsWrittenOff>(
            account,
            a => Decide(a, new WriteOffItems("wo-1", WriteOffKind.BadDebt, "insolvent", Day(4, 1), [.. items])));

        Assert.Equal(11_493, happened.TaxRelief.Sum(tax => tax.AmountMinor));
    }

    /// <summary>
    /// The same example goes on: of a payment after the relief, 421.64 of the 771.64 outstanding, 114.93 x 421.64 /
    /// 771.64 = 62.80 of the tax is due again. And an adviser's: of 900.00 at 15 % 400.00 are paid, so 3/23 of 500.00
    /// come back. Sources: gov.uk, VBDR4100; vatexchange.co.uk/management-services/bad-debt-relief.
    /// </summary>
    [Theory]
    [InlineData(771_64, 771_64, 114_93, 421_64, 114_93, 62_80)]
    [InlineData(900_00, 500_00, 117_39, 500_00, 65_22, 65_22)]
    public void Relief_and_its_repayment_come_out_as_published(
        long gross, long open, long tax, long paid, long relief, long repaid)
    {
        var account = Open with
        {
            OpenItems = [new OpenItem("I-1", "N-1", Eur(gross), Eur(open), Day(2, 1), Day(2, 15))],
        };
        var taxed = new TaxedItem("I-1", [new TaxShare("VAT", 17.5m, gross - tax, tax)]);

        var given = AssertOnce<AccountEvent.ItemsWrittenOff>(
            account, a => Decide(a, new WriteOffItems("wo-1", WriteOffKind.BadDebt, "insolvent", Day(4, 1), [taxed])));
        var recovered = AssertOnce<AccountEvent.WriteOffRecovered>(
            account.After(given), a => Recover(a, paid, "rec-1"));

        Assert.Equal(relief, Assert.Single(given.TaxRelief).AmountMinor);
        Assert.Equal(repaid, Assert.Single(recovered.TaxDue).AmountMinor);
    }

    [Fact]
    public void A_write_off_that_was_recovered_in_parts_ends_where_it_began()
    {
        var account = Owing.After(Decide(Owing, WriteOff(Invoice, Fee)));
        long[] parts = [3_333, 3_333, 5_834];
        var due = 0L;
        for (var i = 0; i < parts.Length; i++)
        {
            var happened = AssertOnce<AccountEvent.WriteOffRecovered>(
                account, a => Recover(a, parts[i], $"rec-{i}"));
            account = account.After(happened);
            due += happened.TaxDue.Sum(tax => tax.AmountMinor);
            Assert.Equal(0, PostingsOf(happened).Sum(posting => posting.Minor));
        }

        Assert.Equal(2_000, due);
        Assert.Equal(Owing.OpenItems.Select(item => item.Id), account.OpenItems.Select(item => item.Id));
        Assert.Equal(Owing.Item(Invoice), account.Item(Invoice));
        AssertRefused(CreditRefusals.AmountAboveOpen(Eur(0)), Recover(account, 1, "rec-9"));
        AssertRefused(CreditRefusals.CreditExists, Recover(account, parts[0] + 1, "rec-0"));
    }

    [Fact]
    public void Bad_ids_and_a_missing_reason_are_refused()
    {
        AssertRefused(Refusals.AccountUnknown, Decide(Account.None, WriteOff(Invoice)));
        AssertRefused(Refusals.IdInvalid, Decide(Owing, WriteOff(Invoice) with { WriteOffId = "" }));
        AssertRefused(Refusals.ReasonMissing, ItemWriteOff.Decide(Owing, WriteOff(Invoice), Context()));
        AssertRefused(Refusals.AccountUnknown, Recover(Account.None, 1, "rec-1"));
        AssertRefused(Refusals.IdInvalid, Recover(Owing, 1, "rec 1"));
        AssertRefused(
            Refusals.ReasonMissing, WriteOffRecovery.Decide(Owing, new("rec-1", "wo-1", 1, Day(5, 1)), Context()));
    }

    [Fact]
    public void Items_that_are_not_owed_or_come_twice_are_refused()
    {
        AssertRefused(CreditRefusals.ItemUnknown, Decide(Owing, WriteOff(Invoice, "other")));
        AssertRefused(CreditRefusals.ItemIsCredit, Decide(Owing, WriteOff(Credit)));
        AssertRefused(CreditRefusals.ItemsInvalid, Decide(Owing, WriteOff()));
        AssertRefused(CreditRefusals.ItemsInvalid, Decide(Owing, WriteOff(Invoice, Invoice)));
    }

    [Fact]
    public void The_same_id_for_something_else_is_refused() =>
        AssertRefused(
            CreditRefusals.CreditExists,
            Decide(Owing.After(Decide(Owing, WriteOff(Invoice))), WriteOff(Invoice, Fee)));

    [Fact]
    public void An_unknown_write_off_and_an_amount_of_nothing_are_refused()
    {
        AssertRefused(CreditRefusals.WriteOffUnknown, Recover(Owing, 1, "rec-1"));
        AssertRefused(
            CreditRefusals.AmountNotPositive, Recover(Owing.After(Decide(Owing, WriteOff(Fee))), 0, "rec-1"));
    }

    [Fact]
    public void However_a_write_off_is_recovered_all_tax_is_due_again_and_not_a_cent_more() =>
        Gen.Int[1, 12_000].Array[0, 8].Sample(parts =>
        {
            var account = Owing.After(Decide(Owing, WriteOff(Invoice)));
            var due = 0L;
            ImmutableArray<int> all = [.. parts, 12_000];
            for (var i = 0; i < all.Length; i++)
            {
                var left = account.WriteOffs[0].LeftMinor;
                var decision = Recover(account, Math.Min(all[i], left), $"rec-{i}");
                if (left == 0)
                    break;
                due += ((AccountEvent.WriteOffRecovered)decision.Events[0]).TaxDue.Sum(tax => tax.AmountMinor);
                account = account.After(decision);
            }
            Assert.Equal(2_000, due);
            Assert.Equal(Owing.Balance, account.Balance);
        });

    private static Decision<AccountEvent> Decide(Account account, WriteOffItems command) =>
        ItemWriteOff.Decide(account, command, Context("insolvent"));

    private static Decision<AccountEvent> Recover(Account account, long minor, string id) =>
        WriteOffRecovery.Decide(account, new RecoverWriteOff(id, "wo-1", minor, Day(5, 1)), Context("money came"));

    private static IEnumerable<(string LedgerAccount, long Minor)> PostingsOf(AccountEvent happened) =>
        PostingRules.EntryOf(happened, Euro)!.Postings.Select(p => (p.LedgerAccount, p.Amount.Minor));
}
