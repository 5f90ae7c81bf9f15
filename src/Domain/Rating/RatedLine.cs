using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Rating;

/// <summary>One priced line: what, how much, at which price, and why.</summary>
/// <param name="ContractId">The contract it belongs to; empty for a one-off charge.</param>
/// <param name="Code">Code of the charge in the tariff.</param>
/// <param name="Text">What the customer reads.</param>
/// <param name="Period">The days it is for.</param>
/// <param name="Quantity">Exact quantity.</param>
/// <param name="Unit">Unit of the quantity, such as "kWh", "day", "month".</param>
/// <param name="UnitPrice">Exact price of one unit.</param>
/// <param name="ExactAmount">Unrounded amount in units of the currency.</param>
/// <param name="Amount">The amount, rounded once.</param>
/// <param name="Tier">Which tier, such as "1", or null.</param>
/// <param name="TimeOfUse">Which time-of-use period, such as "peak", or null.</param>
/// <param name="TariffVersion">"tariff@version"; empty for a one-off charge.</param>
/// <param name="TaxCategory">Category that decides the taxes on it; see the tariff's taxes.</param>
/// <param name="Source">Where the quantity comes from.</param>
public sealed record RatedLine(
    string ContractId,
    string Code,
    string Text,
    Period Period,
    decimal Quantity,
    string Unit,
    decimal UnitPrice,
    decimal ExactAmount,
    Money Amount,
    string? Tier,
    string? TimeOfUse,
    string TariffVersion,
    string TaxCategory,
    LineSource Source)
{
    /// <summary>
    /// The rounded amount with the tax its price includes, as unit price and exact amount have it; null: its price is
    /// net.
    /// </summary>
    public Money? Gross { get; init; }

    /// <summary>Whether its amount holds its taxes, whatever the prices of its tariff do.</summary>
    public bool IncludesTax { get; init; }
}
