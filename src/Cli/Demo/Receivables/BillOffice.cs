using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Budgets;
using BillingActors.Grains.Interfaces.Collectives;
using BillingActors.Grains.Interfaces.Credits;

namespace BillingActors.Cli.Demo.Receivables;

/// <summary>Bills that are corrected, paid by the month, or paid by somebody else.</summary>
internal sealed class BillOffice(ReceivablesDesk desk, ReceivablesTally tally)
{
    private const int CollectiveBillDay = 20;
    private const int InstalmentCount = 10;
    private const long CorrectionMinorMax = 500;

    /// <summary>Has a customer pay for the accounts of others, with a bill on the 20th.</summary>
    public async Task Join(Payer parent, IReadOnlyList<Payer> children, CancellationToken cancellation)
    {
        await desk.ByClerk(parent, ("/collective", new StartCollective(CollectiveBillDay)), null, cancellation);
        foreach (var child in children)
            await desk.ByClerk(child, ("/parent", new JoinParent(parent.Account.AccountId)), null, cancellation);
    }

    /// <summary>A tenth of the first line of a bill, and no more than 5.00, was wrong.</summary>
    public async Task Correct(Payer payer, InvoiceRow invoice, CancellationToken cancellation)
    {
        var line = (await desk.Invoice(invoice.InvoiceId, cancellation)).Lines[0];
        var net = Math.Min(line.AmountMinor / 10, CorrectionMinorMax);
        if (net <= 0)
            return;
        ImmutableArray<CreditedLine> lines = [new CreditedLine(1, net)];
        var memo = new CreditIssuedInvoice("memo-" + invoice.Number, invoice.InvoiceId, "price", lines);
        await desk.Asks(payer, ("/credit-memos", memo), "the price was wrong", cancellation);
        tally.Add("credit memos by hand");
    }

    /// <summary>Ten instalments a year of what the first month came to, from the next month on.</summary>
    public async Task Agree(Payer payer, (DateOnly From, DateOnly FirstOn) days, long monthlyMinor,
        CancellationToken cancellation)
    {
        if (monthlyMinor <= 0)
            return;
        var plan = new AgreeBudget("budget-1", "level", days.From, days.FirstOn, InstalmentCount, monthlyMinor);
        await desk.ByClerk(payer, ("/budget", plan), null, cancellation);
        tally.Add("budget plans");
    }

    /// <summary>Counts the collective bills of a customer who pays for others.</summary>
    public async Task Count(Payer parent, CancellationToken cancellation) =>
        tally.Add("collective bills", (await desk.Collective(parent, cancellation)).Bills.Length);
}
