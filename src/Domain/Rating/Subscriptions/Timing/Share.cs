using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Rating.Subscriptions.Timing;

/// <summary>How much of a full period a part is, as an exact fraction.</summary>
/// <param name="Part">Length of the part.</param>
/// <param name="Whole">Length of the full period, more than zero.</param>
internal readonly record struct Share(decimal Part, decimal Whole)
{
    // A share is printed, not multiplied.
    private const int PrintedDecimals = 10;

    /// <summary>All of it.</summary>
    public static Share Full { get; } = new(1m, 1m);

    /// <summary>Nothing of it.</summary>
    public static Share None { get; } = new(0m, 1m);

    /// <summary>Whether it is the full period.</summary>
    public bool IsFull => Part == Whole;

    /// <summary>The share of an amount, multiplied first and divided last.</summary>
    public decimal Of(decimal amount) => IsFull ? amount : amount * Part / Whole;

    /// <summary>The share of a quantity, for print.</summary>
    public decimal Printed(decimal quantity) =>
        Exact.Normalised(Rounding.HalfAwayFromZero(Of(quantity), PrintedDecimals));
}
