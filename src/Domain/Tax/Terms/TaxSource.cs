namespace BillingActors.Domain.Tax.Terms;

/// <summary>Where the taxes of a tariff come from.</summary>
public enum TaxSource
{
    /// <summary>It names them; they count where no jurisdiction does.</summary>
    Tariff,

    /// <summary>It leaves them to the jurisdictions.</summary>
    Jurisdiction,
}
