namespace BillingActors.Domain.Tariffs.QuantityPrices;

/// <summary>What the price of a step is charged on.</summary>
public enum StepMode
{
    /// <summary>Each step prices the part of the quantity in it; the fee of each step reached is added.</summary>
    Graduated,

    /// <summary>The step the whole quantity reaches prices all of it, and its fee is added.</summary>
    Volume,

    /// <summary>The step the whole quantity reaches costs its price once, however many units are in it.</summary>
    Stairstep,
}
