using NodaTime;

namespace BillingActors.Domain.Mediation;

/// <summary>A part of a long call: a network reports such calls piece by piece while they go on.</summary>
/// <param name="Number">Its number, from 1.</param>
/// <param name="IsLast">Whether the call ended with it.</param>
/// <param name="Start">When it began.</param>
/// <param name="Quantity">What was used in it.</param>
/// <param name="Rest">A hash of all else it says, which the parts of a call have in common.</param>
public sealed record CallPart(int Number, bool IsLast, Instant Start, decimal Quantity, string Rest)
{
    /// <summary>The largest number of a part.</summary>
    public const int NumberMax = 9_999;
}
