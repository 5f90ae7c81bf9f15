using BillingActors.Domain.BillRuns;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;

namespace BillingActors.Storage.Worklists;

/// <summary>What rows of the worklist say: the states that end one, and reasons.</summary>
internal static class WorklistWords
{
    public const string UsageRecord = "usage-record";
    public const string DrivenAgain = "driven again";
    public const string CalculatedAgain = "calculated again";

    /// <summary>Refuses anything but a state that ends a row.</summary>
    public static void Check(string state)
    {
        if (state is not ("fixed" or "released" or "skipped" or "dropped"))
        {
            throw new ArgumentException(
                $"A row is resolved as fixed, released, skipped or dropped, not '{state}'.", nameof(state));
        }
    }

    /// <summary>How a person's decision on a held account ends its row.</summary>
    public static string StateOf(BillDraft decided) => decided.Outcome switch
    {
        DraftOutcome.Calculated => "released",
        DraftOutcome.Skipped => "skipped",
        _ => throw new BrokenInvariantException("a held account is released or skipped by hand"),
    };

    /// <summary>The first reason of a held account names its row.</summary>
    public static string CodeOf(BillDraft held)
    {
        Invariant.Holds(!held.Holds.IsEmpty, "a held account has a reason");
        return held.Holds[0].Code;
    }

    /// <summary>All reasons of a held account; the row has the first one's code beside it.</summary>
    public static string DetailOf(BillDraft held) => HoldReason.Tell(held.Holds);
}
