namespace BillingActors.Domain.Tax.Terms;

/// <summary>Which way a tax is rounded to minor units; credits are mirrored.</summary>
public enum TaxRoundingMode
{
    /// <summary>To the nearest, half away from zero.</summary>
    HalfUp,

    /// <summary>To the nearest, half to the even unit.</summary>
    HalfEven,

    /// <summary>Away from zero.</summary>
    Up,

    /// <summary>Towards zero.</summary>
    Down,
}
