namespace BillingActors.Storage.Reports;

/// <summary>How a list of accounts is sorted.</summary>
public enum AccountOrder
{
    /// <summary>By "entity/account".</summary>
    Key,

    /// <summary>By what is owed, in minor units.</summary>
    Balance,

    /// <summary>By bill cycle.</summary>
    Cycle,
}
