namespace BillingActors.Storage.Cash;

/// <summary>What became of unidentified cash that was to be added.</summary>
public enum AddedCash
{
    /// <summary>It is new.</summary>
    Added,

    /// <summary>It was there, word for word.</summary>
    Known,

    /// <summary>Its id was there with another amount, method, source or day.</summary>
    Conflicting,

    /// <summary>An account of the legal entity has this money.</summary>
    Held,
}
