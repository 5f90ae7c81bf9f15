namespace BillingActors.Domain.Tariffs.Recurring;

/// <summary>What becomes of the part of a fixed discount that a bill could not take.</summary>
public enum DiscountRemainder
{
    /// <summary>It is lost.</summary>
    Forfeited,

    /// <summary>It goes to the next bills until it is used up.</summary>
    Carried,
}
