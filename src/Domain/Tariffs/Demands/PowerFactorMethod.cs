namespace BillingActors.Domain.Tariffs.Demands;

/// <summary>What a power factor below its target does to a demand.</summary>
public enum PowerFactorMethod
{
    /// <summary>The demand times the target, divided by the factor.</summary>
    Ratio,

    /// <summary>A percentage on the demand for each hundredth below.</summary>
    Points,

    /// <summary>None: apparent power is billed, in kVA.</summary>
    Apparent,
}
