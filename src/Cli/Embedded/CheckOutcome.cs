using System.Collections.Immutable;

namespace BillingActors.Cli.Embedded;

/// <summary>One check of the verifier: what it looked at, how much, and where it does not hold.</summary>
internal sealed record CheckOutcome(string Check, long Count, ImmutableArray<string> Failures)
{
    /// <summary>Whether it holds everywhere.</summary>
    public bool Holds => Failures.IsEmpty;
}
