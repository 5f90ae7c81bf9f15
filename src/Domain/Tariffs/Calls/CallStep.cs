using System.Collections.Immutable;
using BillingActors.Domain.Tariffs.Calls.Choices;

namespace BillingActors.Domain.Tariffs.Calls;

/// <summary>The price from some point into a call on.</summary>
/// <param name="From">Where it begins, in seconds, bytes or count of the call; the first begins at 0.</param>
/// <param name="Price">Price of a unit of the charge.</param>
/// <param name="Increment">What is billed at a time, in seconds, bytes or count.</param>
public sealed record CallStep(decimal From, decimal Price, decimal Increment)
{
    /// <summary>What an increment counts that the call fills in part; null: as the setting says.</summary>
    public DurationRounding? Durations { get; init; }

    /// <summary>One price with a first increment and further ones: 60/1 bills a minute, then by the second.</summary>
    public static ImmutableArray<CallStep> Of(decimal price, decimal first, decimal increment) => first == increment
        ? [new CallStep(0m, price, increment)]
        : [new CallStep(0m, price, first), new CallStep(first, price, increment)];
}
