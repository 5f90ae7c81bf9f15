namespace BillingActors.Domain.Tariffs;

/// <summary>What the price of a tier is charged on.</summary>
public enum TierMode
{
    /// <summary>Each tier prices the part of the quantity that lies in it.</summary>
    Graduated,

    /// <summary>The tier the whole quantity reaches prices all of it.</summary>
    Volume,
}
