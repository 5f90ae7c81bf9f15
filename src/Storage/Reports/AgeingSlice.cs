namespace BillingActors.Storage.Reports;

/// <summary>A piece of the accounts behind a cell.</summary>
/// <param name="AfterKey">Accounts behind this key; empty from the first.</param>
/// <param name="CountMax">Most of them.</param>
public sealed record AgeingSlice(string AfterKey, int CountMax)
{
    /// <summary>Whether the last of them are wanted; they come in order of key as well.</summary>
    public bool IsLast { get; init; }
}
