namespace BillingActors.Domain.Tax.Terms;

/// <summary>Over what a tax is summed before it is rounded.</summary>
public enum TaxRoundingScope
{
    /// <summary>All lines of a rate, then once.</summary>
    PerRate,

    /// <summary>Each line by itself.</summary>
    PerLine,

    /// <summary>All rates of the invoice together, then once.</summary>
    PerInvoice,
}
