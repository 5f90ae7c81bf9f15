namespace BillingActors.Domain.Tariffs.Demands;

/// <summary>Which use a power factor is of.</summary>
public enum PowerFactorMeasure
{
    /// <summary>That of the bill period.</summary>
    Average,

    /// <summary>That of the window of the highest demand.</summary>
    AtPeak,
}
