namespace BillingActors.Load.Floors;

/// <summary>What work changes in the query rows of a page of accounts, column by column.</summary>
internal sealed record FloorAccounts(
    string[] Keys, long[] Versions, long[] Balances, DateTime[] IssuedOn, long[] IssuedAt, byte[][] Links)
{
    public int Count => Keys.Length;
}
