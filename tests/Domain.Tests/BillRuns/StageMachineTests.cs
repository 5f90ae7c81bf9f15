using BillingActors.Domain.BillRuns;
using BillingActors.Domain.Primitives;
using CsCheck;
using static BillingActors.Domain.Tests.BillRuns.SampleRun;

namespace BillingActors.Domain.Tests.BillRuns;

/// <summary>Every command at every place a run can stand in.</summary>
public sealed class StageMachineTests
{
    private static readonly string[] Commands =
        ["plan", "calculated", "reconcile", "reopen", "recalculate", "approve", "release", "issued", "close", "cancel"];

    // ! refused as unknown, x refused by the stage, r id reused, · nothing new, otherwise the place after it.
    private static readonly Dictionary<string, string[]> Table = new(StringComparer.Ordinal)
    {
        ["None"] = ["Planned", "!", "!", "!", "!", "!", "!", "!", "!", "!"],
        ["Planned"] = ["r", "Calculated", "x", "x", "x", "x", "x", "x", "x", "Cancelled"],
        ["Calculated"] = ["r", "·", "Reconciled", "Calculated", "Planned", "x", "x", "x", "x", "Cancelled"],
        ["Reconciled"] = ["r", "x", "·", "Calculated", "Planned", "Approved", "x", "x", "x", "Cancelled"],
        ["Approved"] = ["r", "x", "x", "Calculated", "Planned", "·", "Releasing", "x", "x", "Cancelled"],
        ["Releasing"] = ["r", "x", "x", "x", "x", "·", "·", "Released", "x", "x"],
        ["Released"] = ["r", "x", "x", "x", "x", "x", "·", "·", "Closed", "x"],
        ["Closed"] = ["r", "x", "x", "x", "x", "x", "·", "·", "·", "x"],
        ["Cancelled"] = ["r", "x", "x", "x", "x", "x", "x", "x", "x", "·"],
    };

    public static TheoryData<string> Places => [.. Table.Keys];

    [Theory]
    [MemberData(nameof(Places))]
    public void Every_command_does_what_the_table_says(string place)
    {
        var found = Commands.Select(command => Outcome(At(place), Decide(At(place), command, Approver)));

        Assert.Equal(string.Join(' ', Table[place]), string.Join(' ', found));
    }

    [Theory]
    [InlineData("None", null)]
    [InlineData("Planned", "calculate")]
    [InlineData("Calculated", "reconcile")]
    [InlineData("Reconciled", null)]
    [InlineData("Approved", null)]
    [InlineData("Releasing", "release")]
    [InlineData("Released", "reconcile")]
    [InlineData("Closed", null)]
    [InlineData("Cancelled", null)]
    public void A_run_works_by_itself_except_where_a_person_must_act_or_it_is_over(string place, string? expected) =>
        Assert.Equal(expected, At(place).Working);

    [Fact]
    public void What_a_run_works_on_is_possible_where_it_stands()
    {
        foreach (var place in Table.Keys)
        {
            var run = At(place);
            var command = (run.Working, run.Stage) switch
            {
                ("calculate", _) => "calculated",
                ("reconcile", RunStage.Released) => "close",
                ("reconcile", _) => "reconcile",
                ("release", _) => "issued",
                _ => null,
            };
            if (command is not null)
                Assert.Single(Decide(run, command, "run").Events);
        }
    }

    [Fact]
    public void A_run_is_never_released_without_an_approval_by_another_person_after_the_last_reopening() =>
        Gen.Select(Gen.Int[0, Commands.Length - 1], Gen.Int[0, 1]).Array[1, 60].Sample(steps =>
        {
            var (run, approvedBy) = (BillRun.None, (string?)null);
            foreach (var (command, who) in steps)
            {
                var actor = who == 0 ? Planner : Approver;
                foreach (var happened in Decide(run, Commands[command], actor).Events)
                {
                    run = run.Apply(happened, By(actor, $"command-{run.Version}"));
                    approvedBy = happened switch
                    {
                        RunEvent.Approved => actor,
                        RunEvent.Reopened => null,
                        _ => approvedBy,
                    };
                    Assert.Equal(approvedBy ?? "", run.ApprovedBy);
                    if (run.Stage is RunStage.Released or RunStage.Closed || run.IssueOn is not null)
                        Assert.True(approvedBy is not null && approvedBy != run.PlannedBy, "released by one person");
                }
            }
        }, iter: 2_000);

    [Fact]
    public void Recent_commands_are_recognised()
    {
        var run = At("Closed");

        Assert.Equal(7, run.Version);
        Assert.True(run.HasSeen("step-0") && run.HasSeen("step-6"));
        Assert.False(run.HasSeen("step-7"));
        for (var i = 0; i < BillRun.RecentCountMax; i++)
            run = run.Apply(new RunEvent.Reopened("x", false), By(Planner, $"later-{i}"));
        Assert.False(run.HasSeen("step-6"));
        Assert.Equal(BillRun.RecentCountMax, run.RecentCommandIds.Length);
    }

    [Fact]
    public void Refusals_name_the_stage() =>
        Assert.Equal("The run is planned; that cannot be done now.", RunRefusals.WrongStage(RunStage.Planned).Detail);

    private static Decision<RunEvent> Decide(BillRun run, string command, string who) => command switch
    {
        "plan" => RunPlanning.Decide(run, Plan, By(who, "plan-1")),
        "calculated" => RunCalculation.Decide(run, Counts),
        "reconcile" => RunReconciliation.Decide(run, Counts),
        "reopen" => RunReopening.Decide(run, "A-1 skipped", false),
        "recalculate" => RunReopening.Decide(run, "all", true),
        "approve" => RunApproval.Decide(run, Counts, By(who)),
        "release" => RunRelease.Decide(run, IssueOn),
        "issued" => RunIssuing.Decide(run, Counts),
        "close" => RunClosing.Decide(run, Counts, Issued),
        _ => RunCancelling.Decide(run),
    };

    private static string Outcome(BillRun run, Decision<RunEvent> decision)
    {
        if (decision.Refusal is { } refusal)
        {
            return refusal.Code switch
            {
                "run-unknown" => "!",
                "run-wrong-stage" => "x",
                "id-reused" => "r",
                var other => other,
            };
        }
        if (decision.Events.IsEmpty)
            return "·";
        var after = decision.Events.Aggregate(run, static (r, happened) => r.Apply(happened, By(Approver)));
        return after is { Stage: RunStage.Approved, IssueOn: not null } ? "Releasing" : after.Stage.ToString();
    }
}
