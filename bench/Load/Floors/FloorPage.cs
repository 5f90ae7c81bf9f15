namespace BillingActors.Load.Floors;

/// <summary>
/// A page of final rows as they go over the wire: per table one binary COPY, and the moved accounts as arrays.
/// </summary>
/// <param name="LastKey">Key of its last account.</param>
/// <param name="Copies">Table and the bytes of its COPY.</param>
/// <param name="Accounts">The query rows as they end up.</param>
/// <param name="RowCount">Rows of all tables.</param>
internal sealed record FloorPage(
    string LastKey, IReadOnlyList<(string Table, byte[] Rows)> Copies, FloorAccounts Accounts, long RowCount);
