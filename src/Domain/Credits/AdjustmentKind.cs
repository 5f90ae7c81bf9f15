namespace BillingActors.Domain.Credits;

/// <summary>Why what is owed is lowered although the bill was right.</summary>
public enum AdjustmentKind
{
    /// <summary>A favour to the customer.</summary>
    Goodwill,

    /// <summary>A fee that is not insisted on; stored once, and a waiver of the collection since.</summary>
    FeeWaiver,

    /// <summary>Interest that is not insisted on; stored once, and a waiver of the collection since.</summary>
    InterestWaiver,
}
