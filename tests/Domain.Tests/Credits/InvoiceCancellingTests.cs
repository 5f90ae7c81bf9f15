using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using BillingActors.Domain.Collections;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Disputes;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tests.Accounts;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Credits.SampleCorrections;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.Credits;

public sealed class InvoiceCancellingTests
{
    private static readonly Account Before =
        SampleAccount.Open.After(Start("K-1", Day(1, 1)), Charge("fee-1", 500, Day(1, 5)));

    private static readonly Account Billed = Before.After(
        SampleInvoice.Of("K-1", Day(1, 1), Day(2, 1), 4_033) with
        {
            InvoiceId = InvoiceId,
            TaxMinor = 1_064,
            ChargeIds = ["fee-1"],
        });

    [Fact]
    public void The_days_and_charges_of_the_invoice_wait_again()
    {
        var after = Billed.Credited(Decide(Billed), out var memo);

        Assert.Equal((5_097L, 4_033L), (memo.Issued.TotalMinor, memo.Issued.NetMinor));
        Assert.Empty(after.OpenItems);
        Assert.Equal(Before.Contracts[0].ToString(), after.Contracts[0].ToString());
        Assert.Equal(new Period(Day(1, 1), Day(3, 1)), after.Contracts[0].Unbilled(Day(3, 1)));
        Assert.Equal(Before.Charges.AsEnumerable(), after.Charges);
        Assert.Empty(Decide(after).Events);
        Assert.Equal(5_097, after.MovedByHand("anna", "cancel-invoice", Day(4, 1)));
    }

    [Fact]
    public void Money_that_paid_it_is_free_again_and_what_paid_another_stays()
    {
        var other = new OpenItem("other", "N-1", Eur(1_000), Eur(1_000), Day(1, 1), Day(1, 15));
        var paid = Billed.WithItem(other);
        paid = paid.After(ReceiptBooking.Decide(
            paid,
            new ReceiveCash("R-1", "bank", CashMethod.Wire, 6_097, "EUR", Day(3, 1), Day(3, 1)),
            CashTerms.Usual));
        Assert.Empty(paid.OpenItems);

        var after = paid.Credited(Decide(paid), out var memo);

        Assert.Equal(["ReceiptUnapplied", "ReceiptApplied", "ChargeAdded"], memo.Before.Select(e => e.GetType().Name));
        Assert.Empty(after.OpenItems);
        Assert.Equal(Eur(5_097), after.Unapplied);
        var standing = Assert.Single(after.Cash.Receipt("R-1")!.Standing);
        Assert.Equal(("received.2", 1_000L), (standing.Id, standing.CashMinor));
    }

    [Fact]
    public void Memos_before_it_leave_less_to_mirror()
    {
        var credited = Billed.Credited(Credit("c-1", new LineCredit(1, null)));

        var after = credited.Credited(Decide(credited), out var memo);

        Assert.Equal(5_097 - 1_200, memo.Issued.TotalMinor);
        Assert.Equal([1, 2], memo.Issued.Lines.Select(line => line.Line));
        Assert.Empty(after.OpenItems);
    }

    // The invoice was paid and then credited in part: the credit settles what is open of it again.
    [Fact]
    public void A_credit_that_was_not_used_settles_the_invoice_it_came_from()
    {
        var paid = Billed.After(ReceiptBooking.Decide(
            Billed,
            new ReceiveCash("R-1", "bank", CashMethod.Wire, 5_097, "EUR", Day(3, 1), Day(3, 1)),
            CashTerms.Usual));
        var credited = paid.Credited(Credit("c-1", new LineCredit(1, null)));
        Assert.Equal(Eur(-1_200), credited.Balance);

        var after = credited.Credited(Decide(credited), out _);

        Assert.Empty(after.OpenItems);
        Assert.Equal(Eur(5_097), after.Unapplied);
    }

    [Fact]
    public void An_invoice_that_pays_out_is_owed_again()
    {
        var invoice = InvoiceOf(Line(-1_000));
        var paidOut = OwingFor(invoice).Settled(
            [ItemShare.Of(OwingFor(invoice).Item(InvoiceId)!, Eur(-900))]);
        var command = Cancel with { Invoice = CreditableInvoice.Of(invoice), Contracts = [], Charges = [] };

        var after = paidOut.Credited(Decide(paidOut, command), out var memo);

        Assert.Equal(-1_200, memo.Issued.TotalMinor);
        var owed = Assert.Single(after.OpenItems);
        Assert.Equal((ItemKind.DebitMemo, Eur(900)), (owed.Kind, owed.Open));
    }

    [Fact]
    public void Late_days_of_a_cancelled_invoice_bear_no_interest()
    {
        var late = Billed.Credited(Credit("c-1", new LineCredit(1, 500)));
        Assert.NotEmpty(late.Collected.Interest);

        Assert.Empty(late.Credited(Decide(late), out _).Collected.Interest);
    }

    [Fact]
    public void Only_the_last_invoice_of_a_contract_is_cancelled()
    {
        var later = Billed.After(SampleInvoice.Of("K-1", Day(2, 1), Day(3, 1)));

        AssertRefused(
            MemoRefusals.LaterInvoice("INV-00000002"), Decide(later, Cancel with { LaterInvoice = "INV-00000002" }));
    }

    [Fact]
    public void A_cancelled_invoice_is_not_cancelled_again() => AssertRefused(
        MemoRefusals.InvoiceCancelled,
        Decide(Billed.Credited(Decide(Billed), out _), Cancel with { CreditId = "x-2" }));

    [Fact]
    public void Nothing_left_is_refused() => AssertRefused(
        MemoRefusals.NothingToCredit, Decide(Billed.Credited(Credit("c-1"))));

    [Fact]
    public void A_charge_that_waits_again_already_is_refused() => AssertRefused(
        Refusals.ChargeExists, Decide(Billed.After(Charge("fee-1", 1, Day(2, 2)))));

    [Fact]
    public void Unknown_or_closed_accounts_bad_ids_and_missing_reasons_are_refused()
    {
        AssertRefused(Refusals.AccountUnknown, Decide(Account.None));
        AssertRefused(Refusals.AccountClosed, Decide(Billed with { Status = AccountStatus.Closed }));
        AssertRefused(Refusals.IdInvalid, Decide(Billed, Cancel with { Code = " " }));
        AssertRefused(Refusals.ReasonMissing, InvoiceCancelling.Decide(Billed, Cancel, Context()));
        AssertRefused(
            CreditRefusals.CreditExists,
            Decide(Billed.Credited(Credit("x-1", new LineCredit(1, 1)))));
    }

    [Fact]
    public void What_is_disputed_arranged_or_written_off_is_refused()
    {
        var item = Billed.Item(InvoiceId)!;
        var disputed = Billed.After(DisputeOpening.Decide(
            Billed, new OpenDispute("D-1", InvoiceId, 1_000, "price", "anna", Day(3, 1), null), DisputePolicy.Default));
        var planned = Billed with
        {
            Collection = CollectionFile.None with
            {
                Plans = [new PaymentPlan("P-1", Day(3, 1), 3, [new PlanItem(InvoiceId, 1)], [])],
            },
        };
        var placed = Billed with
        {
            Collection = CollectionFile.None with
            {
                Placements = [new AgencyPlacement("G-1", "agency", Day(3, 1), 10m, [new PlanItem(InvoiceId, 1)])],
            },
        };
        var writtenOff = Billed with
        {
            WriteOffs = [new WriteOff("wo-1", WriteOffKind.BadDebt, [ItemShare.Of(item, Eur(1))], [], [])],
        };

        AssertRefused(CollectionRefusals.ItemDisputed, Decide(disputed));
        AssertRefused(CollectionRefusals.ItemElsewhere, Decide(planned));
        AssertRefused(CollectionRefusals.ItemElsewhere, Decide(placed));
        AssertRefused(MemoRefusals.ItemWrittenOff, Decide(writtenOff));
    }

    private static CancelInvoice Cancel => new(
        "x-1",
        Creditable,
        [ContractRewound.Of(Before.Contracts[0], new Period(Day(1, 1), Day(2, 1)))],
        Before.Charges,
        null,
        "price",
        Day(4, 1));

    private static Decision<AccountEvent> Decide(Account account, CancelInvoice? command = null) =>
        InvoiceCancelling.Decide(account, command ?? Cancel, Context("wrong tariff"));
}
