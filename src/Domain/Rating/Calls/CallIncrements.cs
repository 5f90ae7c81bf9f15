using BillingActors.Domain.Tariffs.Calls;
using BillingActors.Domain.Tariffs.Calls.Choices;

namespace BillingActors.Domain.Rating.Calls;

/// <summary>How many increments something is, and what they cost.</summary>
internal static class CallIncrements
{
    /// <summary>Whole increments: whether a begun one is a whole one is said by the step.</summary>
    public static decimal Counted(CallStep step, decimal increments, CallRules rules) =>
        (step.Durations ?? rules.Durations) switch
        {
            DurationRounding.Down => decimal.Floor(increments),
            DurationRounding.Nearest => Primitives.Rounding.HalfAwayFromZero(increments, 0),
            _ => decimal.Ceiling(increments),
        };

    /// <summary>What prices a stretch without increments: units, or all of it at once where it ends in one.</summary>
    public static decimal UnitOf(decimal length) => decimal.IsInteger(length) ? 1m : length;

    /// <summary>Price of an increment.</summary>
    public static decimal PriceOf(decimal increment, decimal price, CallPlan plan, CallRules rules)
    {
        var exact = increment * price / plan.Unit.Size;
        return rules.OfIncrement?.Round(exact) ?? exact;
    }

    /// <summary>What a quantity costs in so many increments.</summary>
    public static decimal AmountOf(
        decimal quantity, decimal increment, decimal price, (CallPlan Plan, CallRules Rules) by) =>
        by.Rules.OfIncrement is null
            ? quantity * price / by.Plan.Unit.Size
            : quantity / increment * PriceOf(increment, price, by.Plan, by.Rules);
}
