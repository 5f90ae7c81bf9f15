namespace BillingActors.Load.Floors;

/// <summary>Rows that a piece of work adds to a table.</summary>
/// <param name="Table">Table.</param>
/// <param name="Condition">What tells them from rows that were there before.</param>
/// <param name="Order">Their order, by key.</param>
/// <param name="Key">The column that has the key of the account.</param>
internal sealed record AddedRows(string Table, string Condition, string Order, string Key = "account_key");
