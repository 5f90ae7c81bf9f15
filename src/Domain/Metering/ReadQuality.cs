namespace BillingActors.Domain.Metering;

/// <summary>How good a read or an interval is, from measured to absent.</summary>
public enum ReadQuality
{
    /// <summary>Measured by the meter.</summary>
    Actual,

    /// <summary>Told by the customer.</summary>
    Customer,

    /// <summary>Estimated; a later actual read trues it up.</summary>
    Estimated,

    /// <summary>Replaced by another value because the measured one was wrong or missing; may still change.</summary>
    Substituted,

    /// <summary>Replaced for good.</summary>
    FinalSubstituted,

    /// <summary>An estimate of what is still to come.</summary>
    ForwardEstimate,

    /// <summary>No value at all: nothing may be billed on it.</summary>
    Missing,
}
