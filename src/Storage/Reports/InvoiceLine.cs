using BillingActors.Grains.Interfaces.Accounts;

namespace BillingActors.Storage.Reports;

/// <summary>An invoice or credit memo in the list of all accounts.</summary>
/// <param name="Row">The document.</param>
/// <param name="CustomerId">Customer.</param>
/// <param name="CustomerName">Name of the customer; null where it was erased.</param>
/// <param name="OpenMinor">What is open of it.</param>
/// <param name="Version">Version of the account that it is.</param>
public sealed record InvoiceLine(
    InvoiceRow Row, string CustomerId, string? CustomerName, long OpenMinor, long Version);
