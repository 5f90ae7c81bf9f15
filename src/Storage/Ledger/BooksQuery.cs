using BillingActors.Grains.Interfaces.MasterData;

namespace BillingActors.Storage.Ledger;

/// <summary>Whose books are asked for, and how they are named.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="Zone">IANA zone of its days.</param>
/// <param name="Chart">The chart in force; null for the default.</param>
public sealed record BooksQuery(string EntityId, string Zone, ChartRecord? Chart = null);
