using BillingActors.Domain.Mediation;

namespace BillingActors.Storage.Mediation;

/// <summary>What the worklist says of files that are missing.</summary>
internal static class GapWords
{
    public const string Arrived = "arrived";

    /// <summary>The missing numbers in words.</summary>
    public static string Detail(SequenceGap gap) => gap.First == gap.Last
        ? FormattableString.Invariant($"File {gap.First} is missing.")
        : FormattableString.Invariant($"Files {gap.First} to {gap.Last} are missing.");
}
