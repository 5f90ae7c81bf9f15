namespace BillingActors.Domain.Tax.Terms;

/// <summary>Whether prices hold the tax.</summary>
public enum TaxPrices
{
    /// <summary>Tax comes on top.</summary>
    Exclusive,

    /// <summary>Prices are what the customer pays; who owes no tax pays the same.</summary>
    Inclusive,

    /// <summary>Prices are what the customer pays; who owes no tax pays them without it.</summary>
    InclusiveWhereDue,
}
