using BillingActors.Domain.BillRuns;
using static BillingActors.Domain.Tests.BillRuns.SampleRun;

namespace BillingActors.Domain.Tests.BillRuns;

public sealed class RunClosingTests
{
    private static readonly BillRun Released = At("Released");

    [Fact]
    public void A_run_closes_when_drafts_invoices_and_postings_agree() =>
        Assert.Equal(new RunEvent.Closed(Counts), Assert.Single(RunClosing.Decide(Released, Counts, Issued).Events));

    [Fact]
    public void Each_difference_is_named()
    {
        AssertDiffers("6 drafts were issued, but there are 5 invoices.", Issued with { InvoiceCount = 5 });
        AssertDiffers("The drafts come to 6000 + 1200, the invoices to 5999 + 1200.", Issued with { NetMinor = 5999 });
        AssertDiffers("The drafts come to 6000 + 1200, the invoices to 6000 + 1201.", Issued with { TaxMinor = 1201 });
        const string posted = "The invoices come to 6000 + 1200, the postings to ";
        AssertDiffers(posted + "7199 receivables, 6000 revenue, 1200 tax.", Issued with { ReceivablesMinor = 7199 });
        AssertDiffers(posted + "7200 receivables, 6001 revenue, 1200 tax.", Issued with { RevenueMinor = 6001 });
        AssertDiffers(posted + "7200 receivables, 6000 revenue, 1 tax.", Issued with { TaxPostedMinor = 1 });
    }

    private static void AssertDiffers(string expected, IssuedSums issued) =>
        AssertRefused(RunRefusals.Differs(expected), RunClosing.Decide(Released, Counts, issued));
}
