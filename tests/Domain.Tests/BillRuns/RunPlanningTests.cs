using BillingActors.Domain.BillRuns;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.BillRuns.SampleRun;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.BillRuns;

public sealed class RunPlanningTests
{
    private static readonly BillRun Planned = BillRun.None.Apply(Plan, By(Planner, "plan-1"));

    [Fact]
    public void A_plan_is_folded_with_its_planner()
    {
        Assert.Equal((RunStage.Planned, Planner, "plan-1"), (Planned.Stage, Planned.PlannedBy, Planned.PlanCommandId));
        Assert.Equal((Plan.Period, 10L, true), (Planned.Period, Planned.CandidateCount, Planned.NeedsSecondPerson));
    }

    [Fact]
    public void The_same_plan_by_the_same_command_is_nothing_new_even_when_the_accounts_moved() =>
        Assert.Empty(RunPlanning.Decide(Planned, Plan with { CandidateCount = 11 }, By(Planner, "plan-1")).Events);

    [Fact]
    public void Another_plan_or_another_command_under_the_same_run_id_is_refused()
    {
        RunEvent.Planned[] others =
        [
            Plan with { EntityId = "south" },
            Plan with { CycleId = "quarterly" },
            Plan with { Period = new Period(Day(2, 1), Day(3, 1)) },
            Plan with { AccountIds = ["A-1"] },
        ];

        Assert.All(others, other =>
            AssertRefused(RunRefusals.IdReused, RunPlanning.Decide(Planned, other, By(Planner, "plan-1"))));
        AssertRefused(RunRefusals.IdReused, RunPlanning.Decide(Planned, Plan, By(Planner, "plan-2")));
    }
}
