namespace BillingActors.Domain.Charging;

/// <summary>What happens when a cap is reached; what was used is billed either way.</summary>
public enum SpendingCapPolicy
{
    /// <summary>Somebody is told.</summary>
    Notify,

    /// <summary>Nothing more is reserved.</summary>
    Block,
}
