using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Ledger;

/// <summary>Each document that was open at the end of a day.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="AccountId">Account.</param>
/// <param name="CustomerId">Customer.</param>
/// <param name="Currency">ISO 4217 code.</param>
/// <param name="Version">Version of the account it was read at: the same version is the same statement.</param>
/// <param name="AsOf">The day.</param>
/// <param name="Basis">due-date or document-date: what ages are counted from.</param>
/// <param name="Items">Open items, oldest document first.</param>
/// <param name="Aged">By age.</param>
public sealed record OpenItemStatementView(
    string EntityId,
    string AccountId,
    string CustomerId,
    string Currency,
    long Version,
    DateOnly AsOf,
    string Basis,
    ImmutableArray<StatementItemView> Items,
    AgedView Aged);
