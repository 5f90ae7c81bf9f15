namespace BillingActors.Domain.Accounts;

/// <summary>Where an account stands in its life.</summary>
public enum AccountStatus
{
    /// <summary>Not opened yet.</summary>
    None,

    /// <summary>Open: it may have contracts and is billed.</summary>
    Open,

    /// <summary>Closed: nothing more is charged; what is owed stays owed.</summary>
    Closed,
}
