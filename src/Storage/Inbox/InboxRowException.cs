namespace BillingActors.Storage.Inbox;

/// <summary>The body of a row is not what was stored; its records cannot be read any more.</summary>
public sealed class InboxRowException(string message, Exception? cause = null) : Exception(message, cause);
