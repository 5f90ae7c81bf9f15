using System.Collections.Immutable;

namespace BillingActors.Storage.Verification;

/// <summary>One rule, how often it was looked at, and where it is broken.</summary>
/// <param name="Code">Short name, such as "hash-chain".</param>
/// <param name="Text">The rule in a sentence.</param>
/// <param name="CheckedCount">How many things were looked at.</param>
/// <param name="Faults">The first faults by subject, at most <see cref="FaultCountMax"/>.</param>
public sealed record VerificationCheck(
    string Code, string Text, long CheckedCount, ImmutableArray<VerificationFault> Faults)
{
    /// <summary>Faults kept of a check.</summary>
    public const int FaultCountMax = 100;

    /// <summary>How many faults there are in all.</summary>
    public long FaultCount { get; init; } = Faults.Length;

    /// <summary>Whether the rule holds everywhere.</summary>
    public bool Holds => FaultCount == 0;
}
