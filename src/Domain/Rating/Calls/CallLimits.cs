using BillingActors.Domain.Tariffs.Calls;
using BillingActors.Domain.Tariffs.Calls.Choices;

namespace BillingActors.Domain.Rating.Calls;

/// <summary>What a whole call costs at least and at most, and how its charge is rounded, in this order.</summary>
internal static class CallLimits
{
    /// <summary>The charge; the reason names the limits and the rounding that changed it.</summary>
    public static decimal Apply(
        CallRate rate, CallRules rules, (decimal Exact, decimal Least) call, out string reason)
    {
        var (charge, changes) = (call.Exact, "");
        // A price below zero is paid out; only a least of its own lifts it.
        if (call.Least > 0m && charge < call.Least)
            (charge, changes) = (call.Least, "minimum");
        if (rate is { Most: { } most, BeyondMost: BeyondMost.Free } && charge > most)
            (charge, changes) = (most, "maximum");
        if ((rate.Rounding ?? rules.OfCall) is { } rounding)
        {
            var rounded = rounding.Round(charge);
            if (rounded != charge)
                changes = changes.Length == 0 ? "rounding" : changes + ", rounding";
            charge = rounded;
        }
        reason = changes;
        return charge;
    }
}
