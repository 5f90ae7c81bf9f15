namespace BillingActors.Domain.Tax;

/// <summary>Reasons as they are written down.</summary>
public static class TaxReasonWords
{
    /// <summary>The word of a reason; null for what is plainly taxed.</summary>
    public static string? Of(TaxReason reason) => reason switch
    {
        TaxReason.ZeroRated => "zero-rated",
        TaxReason.Exempt => "exempt",
        TaxReason.OutsideScope => "outside-scope",
        TaxReason.ReverseCharge => "reverse-charge",
        TaxReason.CustomerExempt => "customer-exempt",
        _ => null,
    };
}
