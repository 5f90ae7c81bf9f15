using System.Collections.Immutable;

namespace BillingActors.Cli.Embedded;

/// <summary>One check of the verifier.</summary>
/// <param name="Check">Short name.</param>
/// <param name="Rule">The rule in a sentence.</param>
/// <param name="Count">How many things were looked at.</param>
/// <param name="FailureCount">Where it does not hold.</param>
/// <param name="Failures">The first of those places: account, run or record, and what is wrong there.</param>
internal sealed record CheckOutcome(
    string Check, string Rule, long Count, long FailureCount, ImmutableArray<string> Failures)
{
    /// <summary>Whether it holds everywhere.</summary>
    public bool Holds => FailureCount == 0;
}
