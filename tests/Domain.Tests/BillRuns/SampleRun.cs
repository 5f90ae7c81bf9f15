using BillingActors.Domain.BillRuns;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tests.Accounts;
using NodaTime;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tests.BillRuns;

/// <summary>A run of January for ten accounts, planned by Anna, and each place it can stand in.</summary>
internal static class SampleRun
{
    public const string Planner = "anna";
    public const string Approver = "bert";

    public static RunEvent.Planned Plan { get; } = new(
        "north", "monthly", new Period(Day(1, 1), Day(2, 1)), [], [new RunPartition(0, "", "")], 10, true);

    /// <summary>Ten accounts: two without anything, six calculated, one held, one skipped.</summary>
    public static RunCounts Counts { get; } = new(10, 2, 6, 1, 1, 6000, 1200, [new("flat", 6000)], [new("VAT", 1200)]);

    public static IssuedSums Issued { get; } = new(6, 6000, 1200, 7200, 6000, 1200);

    public static LocalDate IssueOn { get; } = Day(2, 3);

    /// <summary>The run at a place: a stage, or "Releasing" for an approved one whose release has begun.</summary>
    public static BillRun At(string place)
    {
        RunEvent[] path =
        [
            Plan,
            new RunEvent.Calculated(Counts), new RunEvent.Reconciled(Counts), new RunEvent.Approved(Counts),
            new RunEvent.ReleaseStarted(IssueOn), new RunEvent.Released(Counts), new RunEvent.Closed(Counts),
        ];
        string[] places =
            ["None", "Planned", "Calculated", "Reconciled", "Approved", "Releasing", "Released", "Closed"];
        if (place == "Cancelled")
            return At("Planned").Apply(new RunEvent.Cancelled(), By(Planner, "cancel-1"));
        var run = BillRun.None;
        for (var i = 0; i < Array.IndexOf(places, place); i++)
            run = run.Apply(path[i], By(path[i] is RunEvent.Approved ? Approver : Planner, $"step-{i}"));
        return run;
    }

    public static CommandContext By(string who, string commandId = "command-1") =>
        SampleAccount.Context(commandId: commandId, who: who);

    public static void AssertRefused(Refusal expected, Decision<RunEvent> decision)
    {
        Assert.Equal(expected, decision.Refusal);
        Assert.Empty(decision.Events);
    }
}
