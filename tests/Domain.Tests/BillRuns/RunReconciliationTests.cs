using BillingActors.Domain.BillRuns;
using static BillingActors.Domain.Tests.BillRuns.SampleRun;

namespace BillingActors.Domain.Tests.BillRuns;

public sealed class RunReconciliationTests
{
    private static readonly BillRun Calculated = At("Calculated");

    [Fact]
    public void Counts_and_sums_that_agree_reconcile() =>
        Assert.Equal(
            new RunEvent.Reconciled(Counts), Assert.Single(RunReconciliation.Decide(Calculated, Counts).Events));

    [Fact]
    public void Each_difference_is_named()
    {
        AssertDiffers("10 accounts were planned, 9 were looked at.", Counts with { Candidates = 9 });
        AssertDiffers(
            "8 accounts are due, but 5 calculated + 1 held + 1 skipped.", Counts with { Calculated = 5 });
        AssertDiffers("9 accounts are due, but 6 calculated + 1 held + 1 skipped.", Counts with { NothingDue = 1 });
        AssertDiffers(
            "8 accounts are due, but 6 calculated + 1 held + 2 skipped.", Counts with { Skipped = 2 });
        AssertDiffers("The drafts' net is 6001, by tariff it is 6000.", Counts with { NetMinor = 6001 });
        AssertDiffers("The drafts' net is 6000, by tariff it is 5999.", Counts with { ByTariff = [new("flat", 5999)] });
        AssertDiffers("The drafts' tax is 1200, by tax it is 1199.", Counts with { ByTax = [new("VAT", 1199)] });
    }

    [Fact]
    public void Nothing_differs_where_nothing_is() =>
        Assert.Null(RunReconciliation.Difference(
            Calculated with { CandidateCount = 0 }, new RunCounts(0, 0, 0, 0, 0, 0, 0, [], [])));

    private static void AssertDiffers(string expected, RunCounts counts) =>
        AssertRefused(RunRefusals.Differs(expected), RunReconciliation.Decide(Calculated, counts));
}
