using BillingActors.Domain.BillRuns;
using static BillingActors.Domain.Tests.BillRuns.SampleRun;

namespace BillingActors.Domain.Tests.BillRuns;

public sealed class RunApprovalTests
{
    [Fact]
    public void The_planner_is_refused_where_four_eyes_are_asked_for() =>
        AssertRefused(RunRefusals.SecondPersonNeeded, RunApproval.Decide(At("Reconciled"), Counts, By(Planner)));

    [Fact]
    public void The_planner_approves_where_two_eyes_are_enough() =>
        Assert.Single(RunApproval.Decide(
            At("Reconciled") with { NeedsSecondPerson = false }, Counts, By(Planner)).Events);

    [Fact]
    public void The_same_approval_twice_is_nothing_new_and_another_person_is_too_late()
    {
        Assert.Empty(RunApproval.Decide(At("Approved"), Counts, By(Approver)).Events);
        AssertRefused(
            RunRefusals.WrongStage(RunStage.Approved), RunApproval.Decide(At("Approved"), Counts, By("carla")));
    }

    [Fact]
    public void What_no_longer_agrees_is_not_approved() =>
        Assert.Equal(
            "run-differs",
            RunApproval.Decide(At("Reconciled"), Counts with { Held = 2 }, By(Approver)).Refusal!.Code);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void An_approval_is_void_after_a_reopening(bool recalculates)
    {
        var reopening = RunReopening.Decide(At("Approved"), "A-1 released", recalculates);

        var run = At("Approved").Apply(Assert.Single(reopening.Events), By(Planner));

        Assert.Equal("", run.ApprovedBy);
        Assert.Equal(recalculates ? RunStage.Planned : RunStage.Calculated, run.Stage);
        Assert.Equal("run-wrong-stage", RunRelease.Decide(run, IssueOn).Refusal!.Code);
    }
}
