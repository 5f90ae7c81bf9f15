using BillingActors.Domain.Accounts;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Disputes;
using BillingActors.Domain.Ledger;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tests.Credits;
using CsCheck;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Credits.SampleCorrections;

namespace BillingActors.Domain.Tests.Disputes;

/// <summary>
/// Disputes of the sample invoice of 50.97: 12.00 base and 42.57 energy with their taxes, less 3.60 that was fed in.
/// </summary>
public sealed class DisputeMemoTests
{
    private static readonly Account Disputed = Opened(Owing, 4_000);

    private static readonly ResolveDispute Half = new("D-1", 2_000, "rating", Day(2, 15))
    {
        GraceDays = 10,
        Invoice = Creditable,
    };

    // 20.00 of 54.57 charged: 4.40 of the base and 15.60 of the energy, each with its taxes.
    [Fact]
    public void An_upheld_part_is_a_credit_memo_with_its_taxes()
    {
        var decision = Decide(Disputed, Half);

        Assert.IsType<AccountEvent.DisputeDecided>(decision.Events[0]);
        var after = Disputed.Credited(decision, out var memo);
        Assert.Equal(
            ("dispute.D-1", "D-1", "rating", 2_000L),
            (memo.Issued.CreditId, memo.Issued.DisputeId, memo.Issued.Code, memo.Issued.TotalMinor));
        Assert.Equal([new LineCredited(0, 367), new LineCredited(1, 1_221)], memo.Issued.Lines);
        Assert.Equal(
            [("revenue/home", 1_588L), ("tax/VAT", 318L), ("tax/LEVY", 94L), ("receivables", -2_000L)],
            PostingRules.EntryOf(memo.Issued, Euro)!.Postings.Select(p => (p.LedgerAccount, p.Amount.Minor)));
        Assert.Equal((Eur(3_097), DisputeStage.PartlyUpheld), (after.Balance, after.Dispute("D-1")!.Stage));
        Assert.Equal(2_000, after.MovedByHand("anna", "dispute-credit", Day(2, 15)));
        Assert.Equal(0, after.MovedByHand("anna", "credit-memo", Day(2, 15)));
        Assert.Empty(Decide(after, Half).Events);
    }

    [Fact]
    public void A_disputed_line_is_credited_whole_with_its_taxes_and_no_other_is_touched()
    {
        var disputed = Opened(Owing, 1_200, line: 1);

        disputed.Credited(Decide(disputed, Half with { CreditMinor = 1_200 }), out var memo);

        Assert.Equal([new LineCredited(0, 1_000)], memo.Issued.Lines);
        Assert.Equal((1_000L, 200L), (memo.Issued.NetMinor, memo.Issued.TaxMinor));
    }

    [Fact]
    public void What_was_paid_meanwhile_comes_back_as_a_credit_with_the_number_of_the_memo()
    {
        var paid = Disputed.Settled([ItemShare.Of(Disputed.Item(InvoiceId)!, Eur(4_097))]);

        var after = paid.Credited(Decide(paid, Half), out _);

        Assert.Equal(
            (ItemKind.CreditMemo, Eur(-1_000), "INV-00000001"),
            (after.OpenItems[0].Kind, after.OpenItems[0].Open, after.OpenItems[0].Number));
    }

    [Fact]
    public void More_than_is_left_of_the_line_or_the_invoice_is_refused()
    {
        var whole = Half with { CreditMinor = 4_000 };
        var credited = Disputed.Credited(Credit("c-1", new LineCredit(2, 2_000)));
        var line = Opened(Owing, 4_257, line: 2).Credited(Credit("c-1", new LineCredit(2, 3_000)));

        AssertRefused(MemoRefusals.AboveInvoice(Eur(2_543)), Decide(credited, whole));
        AssertRefused(MemoRefusals.AboveLine(2, Eur(426)), Decide(line, Half with { CreditMinor = 427 }));
        AssertRefused(
            MemoRefusals.NothingToCredit, Decide(Disputed.Credited(Credit("c-1")), Half with { CreditMinor = 1 }));
        AssertRefused(
            CreditRefusals.CreditExists, Decide(Disputed.Credited(Credit("dispute.D-1", new LineCredit(1, 1))), Half));
    }

    [Fact]
    public void What_is_written_off_is_refused()
    {
        var item = Disputed.Item(InvoiceId)!;
        var account = Disputed with
        {
            WriteOffs = [new WriteOff("wo-1", WriteOffKind.BadDebt, [ItemShare.Of(item, Eur(1))], [], [])],
        };

        AssertRefused(MemoRefusals.ItemWrittenOff, Decide(account, Half));
    }

    [Fact]
    public void Disputes_and_memos_together_never_credit_more_than_the_invoice_and_leave_no_cent() =>
        Gen.Select(Gen.Long[1, 5_097], Gen.Long[1, 5_097], Gen.Int[0, 3]).Array[1, 6].Sample(disputes =>
        {
            var account = Owing;
            foreach (var (at, (disputed, credit, line)) in disputes.Index())
            {
                var id = $"D-{at}";
                account = Opened(account, Math.Min(disputed, account.Balance.Minor), line is 1 or 2 ? line : null, id);
                var wanted = Half with { DisputeId = id, CreditMinor = credit };
                if (account.Dispute(id) is not null && Decide(account, wanted) is { IsRefused: false } decision)
                    account = account.Credited(decision, out _);
            }
            Assert.Equal(5_097 - account.Balance.Minor, account.Disputes.Sum(dispute => dispute.CreditMinor));
            Assert.All(account.Disputes, dispute => Assert.InRange(dispute.CreditMinor, 0, dispute.AmountMinor));
            var rest = account.LeftOf(Creditable);
            Assert.Equal(account.Balance.Minor, rest.TotalMinor);
            if (!rest.IsNothing)
                Assert.Empty(account.Credited(Credit("c-rest")).OpenItems);
        });

    private static Account Opened(Account account, long minor, int? line = null, string id = "D-1")
    {
        var wanted = new OpenDispute(id, InvoiceId, minor, "price", "anna", Day(2, 10), null)
        {
            Line = line is { } number ? new DisputedLine(number, number == 1 ? 1_200 : 4_257) : null,
        };
        return DisputeOpening.Decide(account, wanted, DisputePolicy.Default) is { IsRefused: false } opened
            ? account.After(opened)
            : account;
    }

    private static Decision<AccountEvent> Decide(Account account, ResolveDispute wanted) =>
        DisputeResolution.Decide(account, wanted, Context("as agreed"));
}
