using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Grains.Tests.Engine;
using BillingActors.Storage.Cash;

namespace BillingActors.Grains.Tests.Cash;

/// <summary>What the money of an account promises, over every database.</summary>
public abstract class CashContract(BillingEngine engine)
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_payment_told_many_times_at_once_is_booked_once()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(1);

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(
            _ => Cash(desk).Receive(Desk.By("clerk"), Money("R-1", 500), Cancellation)));

        Assert.All(replies, reply => Desk.Succeeded(reply));
        var cash = (await Cash(desk).Cash(Cancellation))!;
        Assert.Equal((500L, 500L), (Assert.Single(cash.Receipts).AmountMinor, cash.UnappliedMinor));
        Assert.Equal(1, await desk.Count("receipt", $"account_key = '{desk.KeyOf(0)}'"));
        Assert.Equal(1, await OpenWork(desk, "unapplied-cash"));
    }

    [Fact]
    public async Task A_discount_of_the_entity_lowers_the_taxes_of_the_invoice()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(1);
        await Policy(desk, new CashPolicyRecord(DiscountBasisPoints: 1000, DiscountDays: 7));
        var runId = Desk.NewRunId();
        await desk.Calculate(runId, 0);
        await desk.Issue(runId);
        var item = Assert.Single((await desk.Account(0).View(Cancellation))!.OpenItems);
        var discounted = Money("R-1", Desk.JanuaryMinor * 9 / 10) with { ValueOn = item.IssuedOn.AddDays(7) };

        var late = await Cash(desk).PreviewPayment(
            Desk.By("clerk"), discounted with { ValueOn = item.IssuedOn.AddDays(8) }, Cancellation);
        Desk.Succeeded(await Cash(desk).Receive(Desk.By("clerk"), discounted, Cancellation));

        Assert.Equal(Desk.JanuaryMinor / 10, Desk.Succeeded(late).BalanceMinor);
        Assert.Empty((await desk.Account(0).View(Cancellation))!.OpenItems);
        Assert.Equal(Desk.JanuaryMinor / 10, Assert.Single(
            Assert.Single((await Cash(desk).Cash(Cancellation))!.Receipts).Applications).DiscountMinor);
        Assert.Equal(Desk.JanuaryNetMinor / 10, await Posted(desk, "cash-discounts"));
        Assert.Equal(-Desk.JanuaryNetMinor / 10 * 9 / 10, await Posted(desk, "tax/GST"));
    }

    [Fact]
    public async Task Unidentified_cash_that_stopped_half_way_goes_on_and_to_no_other_account()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(2);
        var import = await desk.Import(new ImportItem(
            Payment: new PaymentEntry(desk.EntityId, "A9999", Money("bank.P-1", 700), 2)));
        Assert.Equal((1L, 1L), (import.StoredCount, await OpenWork(desk, "unidentified-cash")));
        // As if the silo had died after the account took the money, and before the cash was marked.
        var store = engine.Get<IUnidentifiedCashStore>();
        var found = (await store.Read(desk.EntityId, "bank.P-1", Cancellation))!;
        Assert.True(await store.Claim(desk.EntityId, "bank.P-1", Desk.Id(0), Cancellation));
        Desk.Succeeded(await Cash(desk).ReceiveFound(
            Desk.By("clerk", "suspense.bank.P-1", "he called"), found, Cancellation));

        var elsewhere = await Move(desk, Desk.Id(1));
        var moved = await Move(desk, Desk.Id(0));
        var again = await Move(desk, Desk.Id(0));

        Assert.Equal("cash-moved", elsewhere.Problem?.Code);
        Assert.Equal(Desk.Succeeded(moved), Desk.Succeeded(again));
        Assert.Equal(700, (await Cash(desk).Cash(Cancellation))!.UnappliedMinor);
        Assert.Equal(0, await OpenWork(desk, "unidentified-cash"));
        Assert.Equal(1, await desk.Count(
            "unidentified_cash", $"entity_id = '{desk.EntityId}' and state = 'moved' and account_id = '{Desk.Id(0)}'"));
    }

    [Fact]
    public async Task A_payment_told_again_for_another_account_or_for_none_is_not_booked_twice()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(2);
        ImportItem For(string? accountId, int line, string id = "bank.P-1") =>
            new(Payment: new PaymentEntry(desk.EntityId, accountId, Money(id, 700), line));
        await desk.Import(For(Desk.Id(0), 2));

        var again = await desk.Import(For(Desk.Id(0), 2));
        var elsewhere = await desk.Import(For(Desk.Id(1), 2));
        var homeless = await desk.Import(For("A9999", 2));
        var together = await desk.Import(For(Desk.Id(0), 2, "bank.P-2"), For(Desk.Id(1), 3, "bank.P-2"));

        Assert.Equal((1L, 0L), (again.DuplicateCount, again.RejectedCount));
        Assert.Equal((0L, 1L), (elsewhere.StoredCount, elsewhere.RejectedCount));
        Assert.Equal((0L, 1L), (homeless.StoredCount, homeless.RejectedCount));
        Assert.Equal((1L, 1L), (together.StoredCount, together.RejectedCount));
        Assert.Equal(1400, (await Cash(desk).Cash(Cancellation))!.UnappliedMinor);
        Assert.Equal(0, await desk.Count("receipt", $"account_key = '{desk.KeyOf(1)}'"));
        Assert.Equal(0, await OpenWork(desk, "unidentified-cash"));

        // Once it went back, it may be booked where it belongs.
        Desk.Succeeded(await Cash(desk).Reverse(
            Desk.By("clerk", reason: "not hers"), "bank.P-1", new PaymentReversal("reversed", "wrong-account"),
            Cancellation));
        Assert.Equal(1, (await desk.Import(For(Desk.Id(1), 4))).StoredCount);
    }

    // Both pages looked for the money before either had it; whichever is stored second is refused.
    [Theory]
    [InlineData(0, 1)]
    [InlineData(1, 0)]
    public async Task Of_two_pages_that_tell_a_payment_for_two_accounts_at_once_one_books_it(int late, int early)
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(2);
        ImportItem For(int account) =>
            new(Payment: new PaymentEntry(desk.EntityId, Desk.Id(account), Money("bank.P-1", 700), 2));
        var page = engine.Gate.Close(what => what == GatedStore.DecidedPage);

        var second = desk.Import(For(late));
        await page.Reached;
        var first = await desk.Import(For(early));
        page.Open();
        var refused = await second;

        Assert.Equal((1L, 0L), (first.StoredCount, first.RejectedCount));
        Assert.Equal((0L, 1L), (refused.StoredCount, refused.RejectedCount));
        Assert.Equal(700, (await Cash(desk, early).Cash(Cancellation))!.UnappliedMinor);
        Assert.Empty((await Cash(desk, late).Cash(Cancellation))!.Receipts);
        Assert.Equal(1, await desk.Count(
            "worklist",
            $"state = 'open' and entity_id = '{desk.EntityId}' and code = 'receipt-exists' "
            + $"and account_id = '{Desk.Id(late)}'"));
    }

    [Fact]
    public async Task A_payment_that_is_parked_while_a_page_is_about_to_book_it_stays_unidentified()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(1);
        ImportItem For(string accountId) =>
            new(Payment: new PaymentEntry(desk.EntityId, accountId, Money("bank.P-1", 700), 2));
        var page = engine.Gate.Close(what => what == GatedStore.DecidedPage);

        var second = desk.Import(For(Desk.Id(0)));
        await page.Reached;
        var first = await desk.Import(For("A9999"));
        page.Open();
        var known = await second;

        Assert.Equal((1L, 1L), (first.StoredCount, await OpenWork(desk, "unidentified-cash")));
        Assert.Equal((0L, 1L, 0L), (known.StoredCount, known.DuplicateCount, known.RejectedCount));
        Assert.Empty((await Cash(desk).Cash(Cancellation))!.Receipts);
    }

    [Fact]
    public async Task An_account_that_does_not_take_it_leaves_it_unidentified()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(1);
        await desk.Import(new ImportItem(Payment: new PaymentEntry(
            desk.EntityId, null, Money("bank.P-1", 700) with { Currency = "USD" }, 2)));

        var refused = await Move(desk, Desk.Id(0));
        var unknown = await Move(desk, "A9999");

        Assert.Equal(("currency-mismatch", "account-unknown"), (refused.Problem?.Code, unknown.Problem?.Code));
        Assert.Equal(1, await OpenWork(desk, "unidentified-cash"));
    }

    [Fact]
    public async Task A_word_that_is_none_is_refused()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(1);
        var barter = Money("R-1", 1) with { Method = "barter" };

        var received = await Cash(desk).Receive(Desk.By("clerk"), barter, Cancellation);
        var reversed = await Cash(desk).Reverse(
            Desk.By("clerk", reason: "x"), "R-1", new PaymentReversal("undone", "AM04"), Cancellation);
        var stepped = await Cash(desk).AdvanceRefund(Desk.By("clerk"), new RefundAction("F-1", "forget"), Cancellation);

        Assert.All([received, reversed, stepped], reply => Assert.Equal("word-unknown", reply.Problem?.Code));
    }

    [Fact]
    public async Task A_policy_that_makes_no_sense_is_refused()
    {
        var desk = await Desk.Open(engine);
        CashPolicyRecord[] wrong =
        [
            new(Rules: ["oldest-first", "oldest-first"]),
            new(Rules: ["newest-first"]),
            new(DiscountBasisPoints: 10_000),
            new(DiscountDays: 366), new(ReturnCountMax: 0), new(RetryAfterDays: [0]),
            new(Amounts: [new CashAmountsRecord("EUR", ToleranceMinor: -1)]),
            new(Amounts: [new CashAmountsRecord("EUR"), new CashAmountsRecord("EUR")]),
        ];

        foreach (var policy in wrong)
        {
            var reply = await desk.Master("legal-entity", desk.EntityId).Put(
                Desk.By("controller"), new(Entity(desk, policy), Desk.January, 1), Cancellation);
            Assert.Equal("record-invalid", reply.Problem?.Code);
        }
    }

    [Fact]
    public async Task A_debit_that_came_back_is_drawn_once_more_when_its_day_has_come()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(1);
        var runId = Desk.NewRunId();
        await desk.Calculate(runId, 0);
        await desk.Issue(runId);
        var debit = Money("R-1", Desk.JanuaryMinor) with { Method = "direct-debit" };
        Desk.Succeeded(await Cash(desk).Receive(Desk.By("clerk"), debit, Cancellation));
        Desk.Succeeded(await Cash(desk).Reverse(
            Desk.By("clerk", reason: "no money"), "R-1", new PaymentReversal("reversed", "AM04"), Cancellation));
        var planned = Assert.Single((await Cash(desk).Cash(Cancellation))!.Retries);

        try
        {
            engine.Clock.MoveTo(planned.On.AddDays(20));
            var cash = await Wait.Until(() => Cash(desk).Cash(Cancellation), view => view!.Retries.IsEmpty);

            var drawn = cash!.Receipts[0];
            Assert.Equal(("R-1.retry-1", Desk.JanuaryMinor), (drawn.ReceiptId, drawn.AmountMinor));
            Assert.Equal(0, (await desk.Account(0).View(Cancellation))!.BalanceMinor);
        }
        finally
        {
            engine.Clock.Reset();
        }
    }

    // The limit of a clerk is 50.00 for a customer and a day, whichever of its accounts it is.
    [Fact]
    public async Task Refunds_over_the_accounts_of_a_customer_come_to_one_limit()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(1);
        Desk.Succeeded(await desk.Account(7).Open(
            Desk.By("clerk"),
            new OpenAccount($"{desk.EntityId}-C0000", "AUD", desk.CycleId, 14, Desk.January),
            Cancellation));
        foreach (var account in (int[])[0, 7])
            Desk.Succeeded(await Cash(desk, account).Receive(Desk.By("clerk"), Money("R-1", 3000), Cancellation));

        var first = await Refund(desk, 0);
        var second = await Refund(desk, 7);

        Assert.Equal(("done", "waiting"), (Desk.Succeeded(first).State, Desk.Succeeded(second).State));
        Assert.Equal(3000, (await Cash(desk, 7).Cash(Cancellation))!.UnappliedMinor);
        var credits = engine.Grains.GetGrain<IAccountCreditGrain>(desk.KeyOf(7));
        var twice = await credits.Approve(
            Desk.By("clerk"), ["controller"], new ApproveAction("F-1", 3000), Cancellation);
        Assert.Equal("second-person-needed", twice.Problem?.Code);
        var agreed = await credits.Approve(
            Desk.By("suzy"), ["supervisor"], new ApproveAction("F-1", 3000), Cancellation);
        Assert.Equal("done", Desk.Succeeded(agreed).State);
        Assert.Equal(0, (await Cash(desk, 7).Cash(Cancellation))!.UnappliedMinor);
    }

    private Task<Reply<ActionReceipt>> Refund(Desk desk, int account) => Cash(desk, account).RequestRefund(
        Desk.By("clerk", reason: "paid too much"), ["clerk"], new RefundRequest("F-1", 3000, "R-1"), Cancellation);

    private IAccountCashGrain Cash(Desk desk, int account = 0) =>
        engine.Grains.GetGrain<IAccountCashGrain>(desk.KeyOf(account));

    private Task<Reply<Receipt>> Move(Desk desk, string accountId) =>
        engine.Grains.GetGrain<IUnidentifiedCashGrain>(CashKey.Of(desk.EntityId, "bank.P-1"))
            .Move(Desk.By("clerk", reason: "he called"), new FoundAccount(accountId), Cancellation);

    private static Payment Money(string id, long minor) => new(id, "bank", "wire", minor, "AUD", Desk.February);

    private static MasterContent Entity(Desk desk, CashPolicyRecord policy) => new(LegalEntity: new LegalEntityRecord(
        desk.EntityId, "Test Energy", "AUD", "Australia/Sydney", "ABN 1", "1 Test Street", "INV", Cash: policy));

    private static async Task Policy(Desk desk, CashPolicyRecord policy) => Assert.Null(
        (await desk.Master("legal-entity", desk.EntityId).Put(
            Desk.By("controller"), new(Entity(desk, policy), Desk.January, 1), Cancellation)).Problem);

    private static Task<long> OpenWork(Desk desk, string kind) => desk.Count(
        "worklist", $"kind = '{kind}' and state = 'open' and entity_id = '{desk.EntityId}'");

    private Task<long> Posted(Desk desk, string ledgerAccount) => engine.Sql(
        $"select sum(amount_minor) from posting where account_key = '{desk.KeyOf(0)}' "
        + $"and ledger_account = '{ledgerAccount}'");
}
