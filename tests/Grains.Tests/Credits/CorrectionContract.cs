using System.Collections.Immutable;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Credits;
using BillingActors.Grains.Tests.Engine;
using BillingActors.Storage.Verification;

namespace BillingActors.Grains.Tests.Credits;

/// <summary>What corrections of invoices promise, over every database.</summary>
public abstract class CorrectionContract(BillingEngine engine)
{
    private static readonly ImmutableArray<string> Controller = ["controller"];
    private static readonly ImmutableArray<string> Clerk = ["clerk"];

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    // 150 kWh and not 100: 31.00 + 45.00 + 7.60 = 83.60.
    [Fact]
    public async Task A_paid_invoice_of_a_wrong_read_is_cancelled_and_billed_again_from_the_right_one()
    {
        var desk = await Billed();
        Desk.Succeeded(await Cash(desk).Receive(
            Desk.By("clerk"), new Payment("R-1", "bank", "wire", 6710, "AUD", new DateOnly(2025, 2, 1)), Cancellation));
        await desk.Import(desk.Read(0, Desk.February, 1150));

        Desk.Succeeded(await Cancel(desk, "X-1"));
        var free = (await Cash(desk).Cash(Cancellation))!.UnappliedMinor;
        await Bill(desk);
        Desk.Succeeded(await Cash(desk).Apply(
            Desk.By("clerk"), "R-1", new PaymentApplication("again", []), Cancellation));

        Assert.Equal(6710, free);
        Assert.Equal(8360 - 6710, await Balance(desk));
        Assert.Equal(2, await Documents(desk, "INV"));
        Assert.Equal(1, await Documents(desk, "CM"));
        await AssertBooks();
    }

    [Fact]
    public async Task The_same_memo_told_many_times_at_once_is_issued_once()
    {
        var desk = await Billed();

        var replies = await Task.WhenAll(Enumerable.Range(0, 8).Select(_ => Credit(desk, "C-1", Controller)));

        Assert.All(replies, reply => Assert.Equal("done", Desk.Succeeded(reply).State));
        Assert.Equal(6710 - 1100, await Balance(desk));
        Assert.Equal(1, await Documents(desk, "CM"));
        await AssertBooks();
    }

    [Fact]
    public async Task What_a_memo_would_take_is_said_before_and_nothing_of_it_is_stored()
    {
        var desk = await Billed();
        var invoice = await InvoiceId(desk);

        var preview = Desk.Succeeded(await Credits(desk).PreviewCredit(
            new CreditIssuedInvoice("preview", invoice, "preview", [new CreditedLine(2, 1000)]), Cancellation));
        Assert.Equal(6710, await Balance(desk));
        Desk.Succeeded(await Credit(desk, "C-1", Controller));
        var left = Desk.Succeeded(await Credits(desk).PreviewCredit(
            new CreditIssuedInvoice("preview", invoice, "preview"), Cancellation));

        Assert.Equal((1000, 100, 6710 - 1100), (preview.NetMinor, preview.TaxMinor, preview.BalanceMinor));
        Assert.Equal(preview.BalanceMinor, await Balance(desk));
        Assert.Equal(preview.Lines[1].LeftNetMinor - 1000, left.Lines[1].LeftNetMinor);
        Assert.Equal((6710 - 1100, 0), (left.MostMinor, left.BalanceMinor));
        var refused = await Credits(desk).PreviewCredit(
            new CreditIssuedInvoice("preview", "nothing", "preview"), Cancellation);
        Assert.Equal("invoice-unknown", refused.Problem?.Code);
    }

    [Fact]
    public async Task Numbers_of_memos_have_no_gap_whoever_asks()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(6);
        var run = Desk.NewRunId();
        await desk.Calculate(run);
        await desk.Issue(run);

        await Task.WhenAll(Enumerable.Range(0, 6).Select(i => Credit(desk, "C-1", Controller, i)));

        Assert.Equal(6, await desk.Count("invoice", $"entity_id = '{desk.EntityId}' and series = 'CM'"));
        Assert.Equal(6, await engine.Sql(
            $"select max(number) from invoice where entity_id = '{desk.EntityId}' and series = 'CM'"));
        await AssertBooks();
    }

    // The limit of a clerk is 50.00; the document is issued when a second person agrees, two events later.
    [Fact]
    public async Task A_cancellation_above_the_limit_is_done_by_the_second_person()
    {
        var desk = await Billed();

        var asked = await Cancel(desk, "X-1", Clerk);
        var approved = await Credits(desk).Approve(
            Desk.By("suzy"), Controller, new ApproveAction("X-1", 6710), Cancellation);

        Assert.Equal(("waiting", "done"), (Desk.Succeeded(asked).State, Desk.Succeeded(approved).State));
        Assert.Equal(0, await Balance(desk));
        await AssertBooks();
    }

    [Fact]
    public async Task A_later_invoice_is_named_and_must_be_cancelled_first()
    {
        var desk = await Billed();
        await desk.Import(desk.Read(0, new DateOnly(2025, 3, 1), 1200));
        var first = await InvoiceId(desk);
        await Bill(desk, new DateOnly(2025, 3, 1));

        var refused = await Cancel(desk, "X-1", Controller, first);
        Desk.Succeeded(await Cancel(desk, "X-2", Controller, await InvoiceId(desk, 1)));
        Desk.Succeeded(await Cancel(desk, "X-3", Controller, first));

        Assert.Equal("later-invoice", refused.Problem?.Code);
        Assert.Contains("INV-00000002", refused.Problem!.Detail, StringComparison.Ordinal);
        Assert.Equal(0, await Balance(desk));
        await AssertBooks();
    }

    private async Task<Desk> Billed()
    {
        var desk = await Desk.Open(engine);
        await desk.Enter(1);
        await Bill(desk);
        return desk;
    }

    private static async Task Bill(Desk desk, DateOnly? until = null)
    {
        var run = Desk.NewRunId();
        Desk.Succeeded(await desk.Run(run).Plan(
            Desk.By("planner"), desk.PlanOf(0) with { Until = until ?? Desk.February }, Cancellation));
        await desk.Until(run, "reconciled");
        await desk.Issue(run);
    }

    private async Task<Reply<ActionReceipt>> Cancel(
        Desk desk, string id, ImmutableArray<string>? roles = null, string? invoiceId = null) =>
        await Credits(desk).CancelInvoice(
            Desk.By("ada", reason: "wrong read"),
            roles ?? Controller,
            new CancelIssuedInvoice(
                id, invoiceId ?? $"{desk.EntityId}.{Desk.Id(0)}.{await InvoiceVersion(desk)}", "read"),
            Cancellation);

    private async Task<Reply<ActionReceipt>> Credit(
        Desk desk, string id, ImmutableArray<string> roles, int account = 0) =>
        await Credits(desk, account).CreditInvoice(
            Desk.By("ada", reason: "wrong price"),
            roles,
            new CreditIssuedInvoice(id, await InvoiceId(desk, 0, account), "price", [new CreditedLine(2, 1000)]),
            Cancellation);

    private Task<long> InvoiceVersion(Desk desk) => engine.Sql(
        $"select max(version) from invoice where account_key = '{desk.KeyOf(0)}' and series = 'INV'");

    private static async Task<string> InvoiceId(Desk desk, int item = 0, int account = 0) =>
        (await desk.Account(account).View(Cancellation))!.OpenItems[item].Id;

    private static async Task<long> Balance(Desk desk) =>
        (await desk.Account(0).Balance(Cancellation))!.BalanceMinor;

    private static Task<long> Documents(Desk desk, string series) =>
        desk.Count("invoice", $"account_key = '{desk.KeyOf(0)}' and series = '{series}'");

    private IAccountCreditGrain Credits(Desk desk, int account = 0) =>
        engine.Grains.GetGrain<IAccountCreditGrain>(desk.KeyOf(account));

    private IAccountCashGrain Cash(Desk desk) => engine.Grains.GetGrain<IAccountCashGrain>(desk.KeyOf(0));

    private async Task AssertBooks()
    {
        var report = await engine.Get<IVerification>().Run(null, Cancellation);
        Assert.All(report.Checks, check => Assert.True(check.Holds, $"{check.Code}: {check.Faults.FirstOrDefault()}"));
    }
}
