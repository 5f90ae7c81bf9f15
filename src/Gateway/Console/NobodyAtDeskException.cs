namespace BillingActors.Gateway.Console;

/// <summary>The person of an open page may not be here any more.</summary>
internal sealed class NobodyAtDeskException() : Exception("Nobody with a right to be here is at the desk.");
