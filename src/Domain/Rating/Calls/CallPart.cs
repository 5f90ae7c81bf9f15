namespace BillingActors.Domain.Rating.Calls;

/// <summary>One step of how the charge of a call came about.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Reference">Id of the bucket; for an adjustment what caused it; else empty.</param>
/// <param name="Quantity">Seconds, bytes or count, in whole increments; money for a credit.</param>
/// <param name="Increments">How many increments they are.</param>
/// <param name="Price">Price of a unit of the charge, or of the connection.</param>
/// <param name="Amount">Exact amount; negative for a credit.</param>
public readonly record struct CallPart(
    CallPartKind Kind, string Reference, decimal Quantity, decimal Increments, decimal Price, decimal Amount)
{
    /// <summary>Number of the step of the rate, from 1.</summary>
    public int Step { get; init; }

    /// <summary>Period of the calendar, or null.</summary>
    public string? TimeOfUse { get; init; }

    /// <summary>Index of the rate in its plan.</summary>
    internal int Rate { get; init; }
}
