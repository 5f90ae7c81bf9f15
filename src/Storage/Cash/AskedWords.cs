using System.Collections.Immutable;

namespace BillingActors.Storage.Cash;

/// <summary>Hashes that answer a question about what a payer wrote, one of each for every legal entity asked.</summary>
/// <param name="Whole">All of the text.</param>
/// <param name="Longest">Its longest word, which the fewest payments have.</param>
/// <param name="Others">Its other words.</param>
/// <param name="OtherCount">How many other words a payment must have.</param>
internal sealed record AskedWords(
    ImmutableArray<byte[]> Whole, ImmutableArray<byte[]> Longest, ImmutableArray<byte[]> Others, int OtherCount)
{
    /// <summary>Payments with the longest word that are looked at for the others, at most.</summary>
    public const int LookCountMax = 1000;
}
