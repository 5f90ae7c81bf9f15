namespace BillingActors.Load;

/// <summary>What a run changes in the query rows of a page of accounts, column by column.</summary>
internal sealed record FloorAccounts(
    string[] Keys, long[] Versions, long[] Balances, DateTime[] IssuedOn, byte[][] Links)
{
    public int Count => Keys.Length;
}
