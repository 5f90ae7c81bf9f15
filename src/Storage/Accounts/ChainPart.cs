namespace BillingActors.Storage.Accounts;

/// <summary>Which part of an account's chain a fault is in.</summary>
internal enum ChainPart
{
    /// <summary>Events are missing.</summary>
    Events,

    /// <summary>An event is not the one its successor was written on.</summary>
    Links,

    /// <summary>A document is missing, or not the one that was issued.</summary>
    Document,

    /// <summary>The query row does not have the last event's version and link.</summary>
    Head,

    /// <summary>The query row has another balance.</summary>
    Balance,
}
