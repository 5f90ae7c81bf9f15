using BillingActors.Grains.Interfaces.Cash;

namespace BillingActors.Cli.Demo.Receivables;

/// <summary>Money that comes in, comes back, and goes out again.</summary>
internal sealed class CashOffice(ReceivablesDesk desk, ReceivablesTally tally, string directory)
{
    /// <summary>Hands in the payments that are in the file.</summary>
    public async Task Import(PaymentFile file, string name, CancellationToken cancellation)
    {
        if (file.Write(name) is not { } path)
            return;
        await desk.Import(path, cancellation);
        tally.Add("payments", file.Count);
        File.Delete(path);
    }

    /// <summary>A file for today.</summary>
    public PaymentFile Open() => new(directory, desk.Today);

    /// <summary>Everything an account owes, paid today.</summary>
    public async Task PayAll(Payer payer, string method, PaymentFile file, CancellationToken cancellation)
    {
        var account = await desk.Account(payer, cancellation);
        file.Add(payer, method, account.BalanceMinor);
    }

    /// <summary>The bank takes a debit back for want of money.</summary>
    public async Task Return(Payer payer, DateOnly paidOn, CancellationToken cancellation)
    {
        var receiptId = PaymentFile.ReceiptOf(payer, paidOn);
        await desk.ByClerk(
            payer, ($"/payments/{receiptId}/reversal", new PaymentReversal("reversed", "AM04")),
            "returned by the bank", cancellation);
        tally.Add("returned debits");
    }

    /// <summary>What is left of a payment goes back to its payer.</summary>
    public async Task Refund(Payer payer, DateOnly paidOn, CancellationToken cancellation)
    {
        var receiptId = PaymentFile.ReceiptOf(payer, paidOn);
        var cash = await desk.Cash(payer, cancellation);
        if (cash.Receipts.FirstOrDefault(receipt => receipt.ReceiptId == receiptId) is not { UnappliedMinor: > 0 } over)
            return;
        var refundId = "refund-" + receiptId;
        var refund = new RefundRequest(refundId, over.UnappliedMinor, receiptId);
        await desk.Asks(payer, ("/refunds", refund), "he paid too much", cancellation);
        var note = new Gateway.Api.RefundNote("transfer " + refundId);
        await desk.BySupervisor(payer, ($"/refunds/{refundId}/pay", note), null, cancellation);
        tally.Add("refunds");
    }
}
