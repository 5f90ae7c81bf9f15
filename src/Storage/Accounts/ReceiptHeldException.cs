namespace BillingActors.Storage.Accounts;

/// <summary>
/// Another account of the legal entity, or its unidentified cash, has money of a commit already; nothing is stored.
/// </summary>
public sealed class ReceiptHeldException(Exception? cause = null)
    : Exception("Money of the commit is held elsewhere in its legal entity already.", cause);
