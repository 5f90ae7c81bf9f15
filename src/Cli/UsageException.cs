namespace BillingActors.Cli;

/// <summary>The command line is well formed, yet makes no sense as a whole.</summary>
internal sealed class UsageException(string message) : Exception(message);
