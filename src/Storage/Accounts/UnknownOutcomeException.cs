namespace BillingActors.Storage.Accounts;

/// <summary>Nobody knows whether the commit was stored: every account of the flush must read the truth again.</summary>
public sealed class UnknownOutcomeException(string message, Exception? inner = null) : Exception(message, inner);
