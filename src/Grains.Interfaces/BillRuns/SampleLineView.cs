namespace BillingActors.Grains.Interfaces.BillRuns;

/// <summary>A line of a bill to look at.</summary>
/// <param name="Text">What the customer reads.</param>
/// <param name="From">First day.</param>
/// <param name="Until">End day, exclusive.</param>
/// <param name="Quantity">Exact quantity.</param>
/// <param name="Unit">Its unit.</param>
/// <param name="UnitPrice">Exact price of one unit.</param>
/// <param name="AmountMinor">Amount in minor units.</param>
/// <param name="TariffVersion">"tariff@version"; empty for a one-off charge.</param>
public sealed record SampleLineView(
    string Text,
    DateOnly From,
    DateOnly Until,
    decimal Quantity,
    string Unit,
    decimal UnitPrice,
    long AmountMinor,
    string TariffVersion);
