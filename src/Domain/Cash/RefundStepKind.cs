namespace BillingActors.Domain.Cash;

/// <summary>What is done with a refund.</summary>
public enum RefundStepKind
{
    /// <summary>It is not paid.</summary>
    Reject,

    /// <summary>It is paid out.</summary>
    Pay,

    /// <summary>What was paid out came back.</summary>
    Return,
}
