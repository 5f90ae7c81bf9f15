using NodaTime;

namespace BillingActors.Storage.Ledger;

/// <summary>Whose books are read.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="Zone">Zone of its days.</param>
public sealed record BooksOf(string EntityId, DateTimeZone Zone);
