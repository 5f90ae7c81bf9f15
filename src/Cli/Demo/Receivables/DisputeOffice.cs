using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Disputes;

namespace BillingActors.Cli.Demo.Receivables;

/// <summary>Bills that customers do not agree with.</summary>
internal sealed class DisputeOffice(ReceivablesDesk desk, ReceivablesTally tally)
{
    private const string Owner = "demo-clerk";

    /// <summary>The customer disputes a third of a bill; gives what is disputed.</summary>
    public async Task<long> Open(Payer payer, InvoiceRow invoice, CancellationToken cancellation)
    {
        var disputed = invoice.TotalMinor / 3;
        if (disputed <= 0)
            return 0;
        var open = new OpenDispute(IdOf(invoice), invoice.InvoiceId, "quantity", Owner, desk.Today, disputed);
        await desk.ByClerk(payer, ("/disputes", open), null, cancellation);
        await desk.ByClerk(
            payer, ("/disputes/move", new MoveDispute(open.DisputeId, "in-review", desk.Today)), null, cancellation);
        tally.Add("disputes");
        return disputed;
    }

    /// <summary>Decides what is in review: of three one is rejected, one upheld in part and one upheld.</summary>
    public async Task Decide(Payer payer, CancellationToken cancellation)
    {
        var disputes = await desk.Disputes(payer, cancellation);
        foreach (var dispute in disputes.Disputes.Where(one => one.Stage == "in-review"))
        {
            var thirds = Dice.Below(3, "verdict", payer.Account.Index, desk.Today.Month);
            var credit = dispute.AmountMinor * thirds / 2;
            var cause = credit == 0 ? "none" : "meter";
            var decision = new ResolveDispute(dispute.DisputeId, credit, cause, desk.Today);
            if (await desk.Asks(payer, ("/disputes/resolve", decision), "the read was checked", cancellation))
                tally.Add("credits approved by a second person");
            tally.Add(credit == 0 ? "disputes rejected" : "disputes credited");
        }
    }

    private static string IdOf(InvoiceRow invoice) => "dispute-" + invoice.Number;
}
