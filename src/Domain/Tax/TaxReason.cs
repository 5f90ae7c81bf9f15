namespace BillingActors.Domain.Tax;

/// <summary>Why a base bears the tax it bears.</summary>
public enum TaxReason
{
    /// <summary>Taxed, at whatever rate.</summary>
    Standard,

    /// <summary>Taxable at zero percent: the supply counts as taxed.</summary>
    ZeroRated,

    /// <summary>The law exempts what is supplied, whoever buys it.</summary>
    Exempt,

    /// <summary>The law does not reach what is supplied.</summary>
    OutsideScope,

    /// <summary>The customer owes the tax.</summary>
    ReverseCharge,

    /// <summary>The customer is exempt, wholly or in part, by a certificate.</summary>
    CustomerExempt,
}
