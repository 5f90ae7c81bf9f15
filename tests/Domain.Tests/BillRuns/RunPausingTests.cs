using BillingActors.Domain.BillRuns;
using static BillingActors.Domain.Tests.BillRuns.SampleRun;

namespace BillingActors.Domain.Tests.BillRuns;

public sealed class RunPausingTests
{
    [Theory]
    [InlineData("Planned", "calculate")]
    [InlineData("Calculated", "reconcile")]
    [InlineData("Releasing", "release")]
    [InlineData("Released", "reconcile")]
    public void A_run_that_works_stops_and_goes_on_with_the_same(string place, string working)
    {
        var paused = Apply(At(place), new RunEvent.Paused());

        Assert.IsType<RunEvent.Paused>(Assert.Single(RunPausing.Decide(At(place)).Events));
        Assert.Equal((true, (string?)null, At(place).Stage), (paused.IsPaused, paused.Working, paused.Stage));
        Assert.Empty(RunPausing.Decide(paused).Events);
        Assert.False(RunPausing.Decide(paused).IsRefused);
        var resumed = Apply(paused, Assert.Single(RunResuming.Decide(paused).Events));
        Assert.Equal((false, working), (resumed.IsPaused, resumed.Working));
    }

    [Theory]
    [InlineData("Reconciled")]
    [InlineData("Approved")]
    [InlineData("Closed")]
    [InlineData("Cancelled")]
    public void A_run_that_rests_has_nothing_to_pause_or_resume(string place)
    {
        AssertRefused(RunRefusals.NotWorking, RunPausing.Decide(At(place)));
        AssertRefused(RunRefusals.NotPaused, RunResuming.Decide(At(place)));
    }

    [Fact]
    public void Nobody_pauses_what_is_not_there()
    {
        AssertRefused(RunRefusals.RunUnknown, RunPausing.Decide(BillRun.None));
        AssertRefused(RunRefusals.RunUnknown, RunResuming.Decide(BillRun.None));
    }

    [Fact]
    public void A_paused_calculation_can_be_given_up_and_a_paused_release_cannot()
    {
        var cancelled = Apply(
            Apply(At("Planned"), new RunEvent.Paused()),
            Assert.Single(RunCancelling.Decide(Apply(At("Planned"), new RunEvent.Paused())).Events));

        Assert.Equal((RunStage.Cancelled, false), (cancelled.Stage, cancelled.IsPaused));
        AssertRefused(
            RunRefusals.WrongStage(RunStage.Approved),
            RunCancelling.Decide(Apply(At("Releasing"), new RunEvent.Paused())));
    }

    private static BillRun Apply(BillRun run, RunEvent happened) => run.Apply(happened, By(Planner, "pause-1"));
}
