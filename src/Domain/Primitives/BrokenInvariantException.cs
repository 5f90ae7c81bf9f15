namespace BillingActors.Domain.Primitives;

/// <summary>Something that can never be has happened: a defect, not a refusal. Nothing of the turn is stored.</summary>
public sealed class BrokenInvariantException(string what) : Exception($"Broken invariant: {what}.")
{
    /// <summary>What should have held.</summary>
    public string What { get; } = what;
}
