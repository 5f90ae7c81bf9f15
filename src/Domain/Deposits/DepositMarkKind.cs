namespace BillingActors.Domain.Deposits;

/// <summary>What speaks against a good history.</summary>
public enum DepositMarkKind
{
    /// <summary>A bill was paid after its due day.</summary>
    Late,

    /// <summary>The supply was cut.</summary>
    Disconnection,

    /// <summary>A payment came back.</summary>
    Return,
}
