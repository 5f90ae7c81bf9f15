using BillingActors.Domain.Charging;

namespace BillingActors.Domain.Accounts;

/// <summary>Use that is rated when it comes.</summary>
public sealed partial record Account
{
    /// <summary>What is kept while the account uses; null while nothing was ever used or limited.</summary>
    public OnlineUsage? OnlineUsage { get; init; }

    /// <summary>What is kept while the account uses, empty where nothing is.</summary>
    public OnlineUsage Online => OnlineUsage ?? OnlineUsage.None;

    /// <summary>
    /// What was used and is on no bill yet, exact, in units of the currency: of a contract, or of all.
    /// </summary>
    public decimal UnbilledUsage(string? contractId = null) => Contracts
        .Where(contract => contractId is null || contract.Id == contractId)
        .Sum(static contract => contract.Usage?.UnbilledOf(contract.BilledThrough, contract.Until) ?? 0m);
}
