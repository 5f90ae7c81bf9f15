namespace BillingActors.Formats.Urdb.Reading;

/// <summary>One tier of one period of a rate.</summary>
/// <param name="Max">Upper limit, counted from zero; null: none.</param>
/// <param name="Rate">Base price of a unit.</param>
/// <param name="Adjustment">What riders add to it.</param>
/// <param name="Sell">What the customer is paid for a unit; null: not told.</param>
/// <param name="Unit">Unit in small letters without spaces, such as "kwhdaily"; empty: not told.</param>
internal sealed record UrdbTier(decimal? Max, decimal Rate, decimal Adjustment, decimal? Sell, string Unit)
{
    /// <summary>What a unit costs.</summary>
    public decimal Price => Rate + Adjustment;
}
