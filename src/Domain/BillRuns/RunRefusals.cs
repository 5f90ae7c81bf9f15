using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.BillRuns;

/// <summary>Every "no" of a bill run.</summary>
public static class RunRefusals
{
    /// <summary>There is no such run.</summary>
    public static Refusal RunUnknown { get; } = new("run-unknown", "There is no such bill run.");

    /// <summary>The same run id came before with another content.</summary>
    public static Refusal IdReused { get; } = new("id-reused", "This command id was used before with another content.");

    /// <summary>Planner and approver are the same person.</summary>
    public static Refusal SecondPersonNeeded { get; } =
        new("second-person-needed", "Another person than the planner must approve the run.");

    /// <summary>There is nothing to pause.</summary>
    public static Refusal NotWorking { get; } =
        new("run-not-working", "The run does nothing by itself now, so there is nothing to pause.");

    /// <summary>There is nothing to resume.</summary>
    public static Refusal NotPaused { get; } = new("run-not-paused", "The run is not paused.");

    /// <summary>The command does not fit the stage.</summary>
    public static Refusal WrongStage(RunStage stage) =>
        new("run-wrong-stage", $"The run is {stage.ToString().ToLowerInvariant()}; that cannot be done now.");

    /// <summary>Counts or totals differ.</summary>
    public static Refusal Differs(string difference) => new("run-differs", difference);
}
