using System.Collections.Immutable;

namespace BillingActors.Storage.Verification;

/// <summary>What a verification found, check by check.</summary>
/// <param name="Checks">Every check, in a fixed order, also those that hold.</param>
public sealed record VerificationReport(ImmutableArray<VerificationCheck> Checks)
{
    /// <summary>Whether every check holds.</summary>
    public bool Holds => Checks.All(check => check.Holds);
}
