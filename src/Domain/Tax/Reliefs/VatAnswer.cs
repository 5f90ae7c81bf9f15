namespace BillingActors.Domain.Tax.Reliefs;

/// <summary>What a check of a number answered.</summary>
public enum VatAnswer
{
    /// <summary>The number is one of a taxable person.</summary>
    Valid,

    /// <summary>It is not.</summary>
    Invalid,

    /// <summary>There was no answer, which changes nothing.</summary>
    Unavailable,
}
