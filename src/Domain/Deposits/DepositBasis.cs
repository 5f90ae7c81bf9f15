namespace BillingActors.Domain.Deposits;

/// <summary>What the amount of a deposit came from.</summary>
public enum DepositBasis
{
    /// <summary>Somebody said so.</summary>
    Hand,

    /// <summary>The fixed amount of the policy.</summary>
    FixedAmount,

    /// <summary>The average of the customer's own bills.</summary>
    Bills,

    /// <summary>An estimate of the bills to come.</summary>
    Estimate,
}
