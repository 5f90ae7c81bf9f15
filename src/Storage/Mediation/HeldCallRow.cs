using BillingActors.Domain.Mediation;

namespace BillingActors.Storage.Mediation;

/// <summary>A long call as it is stored.</summary>
/// <param name="State">open, joined, closed or dropped.</param>
/// <param name="Call">Its parts.</param>
internal sealed record HeldCallRow(string State, HeldCall Call)
{
    public const string OpenState = "open";

    /// <summary>Whether it can be rated whole, and nobody has done so.</summary>
    public bool IsReady => State == OpenState && Call.IsComplete;

    /// <summary>The call with a part, and what became of that.</summary>
    public HeldCallRow Take(CallPart part, out HeldOutcome outcome)
    {
        if (State != OpenState)
        {
            var isKnown = Call.Parts.Contains(part);
            outcome = new HeldOutcome(isKnown ? null : MediationRefusals.CallEnded(Call.Tell()), false, false);
            return this;
        }
        var after = Call.Take(part, out var refusal);
        outcome = new HeldOutcome(refusal, after != Call, false);
        return this with { Call = after };
    }
}
