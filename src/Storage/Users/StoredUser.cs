using System.Collections.Immutable;

namespace BillingActors.Storage.Users;

/// <summary>A person who may log in to the console, and as what.</summary>
/// <param name="PersonId">The person, as the issuer of identities names it.</param>
/// <param name="Name">What colleagues call the person.</param>
/// <param name="Roles">Roles.</param>
/// <param name="Entities">Legal entities the person is limited to; empty for all.</param>
/// <param name="IsActive">Whether the person may log in.</param>
/// <param name="Version">Counts up with every change; 0 before the first.</param>
/// <param name="ChangedAt">When it was changed last.</param>
/// <param name="ChangedBy">By whom.</param>
public sealed record StoredUser(
    string PersonId,
    string Name,
    ImmutableArray<string> Roles,
    ImmutableArray<string> Entities,
    bool IsActive,
    long Version,
    DateTimeOffset ChangedAt,
    string ChangedBy);
