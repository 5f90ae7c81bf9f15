namespace BillingActors.Storage.Privacy;

/// <summary>What became of a person's wish to be forgotten.</summary>
/// <param name="CustomerId">The customer.</param>
/// <param name="EntityId">Its legal entity.</param>
/// <param name="State">restricted or erased.</param>
/// <param name="AskedBy">Who restricted it.</param>
/// <param name="AskedAt">When.</param>
/// <param name="Reason">Why.</param>
/// <param name="ErasedBy">Who erased it, another person; null until then.</param>
/// <param name="ErasedAt">When.</param>
public sealed record PersonRequest(
    string CustomerId,
    string EntityId,
    string State,
    string AskedBy,
    DateTimeOffset AskedAt,
    string Reason,
    string? ErasedBy = null,
    DateTimeOffset? ErasedAt = null)
{
    /// <summary>Not found by search, and kept only because the law wants it.</summary>
    public const string Restricted = "restricted";

    /// <summary>Its key is destroyed.</summary>
    public const string Erased = "erased";
}
