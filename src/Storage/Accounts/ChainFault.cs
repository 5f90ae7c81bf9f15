namespace BillingActors.Storage.Accounts;

/// <summary>Where an account's books are not as they were written.</summary>
/// <param name="Version">The event at which it shows.</param>
/// <param name="What">What is wrong there.</param>
public sealed record ChainFault(long Version, string What)
{
    /// <summary>Which part of the chain it is in.</summary>
    internal ChainPart Part { get; init; }
}
