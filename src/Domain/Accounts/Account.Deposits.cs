using BillingActors.Domain.Deposits;

namespace BillingActors.Domain.Accounts;

/// <summary>Deposits of the customer.</summary>
public sealed partial record Account
{
    /// <summary>What is kept of deposits; null while there never was one.</summary>
    public DepositFile? DepositFile { get; init; }

    /// <summary>What is kept of deposits, empty where nothing is.</summary>
    public DepositFile Deposited => DepositFile ?? DepositFile.None;
}
