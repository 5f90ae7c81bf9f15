namespace BillingActors.Grains.Mediation;

/// <summary>Who is charged for a call.</summary>
/// <param name="AccountKey">The account.</param>
/// <param name="ContractId">The contract; null where only the account is named.</param>
internal sealed record ChargedParty(string AccountKey, string? ContractId)
{
    /// <summary>The same as a file may name it.</summary>
    public string Name => ContractId is { } contract ? $"{AccountKey}/{contract}" : AccountKey;
}
