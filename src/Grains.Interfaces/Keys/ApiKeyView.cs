using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Keys;

/// <summary>An API key without its secret.</summary>
/// <param name="KeyId">Public prefix.</param>
/// <param name="Name">What it is for.</param>
/// <param name="PersonId">The person it stands for; makes four eyes count persons, not keys.</param>
/// <param name="Roles">Roles.</param>
/// <param name="Entities">Legal entities it is limited to; empty for all.</param>
/// <param name="CreatedAt">When it was made.</param>
/// <param name="ExpiresAt">When it ends.</param>
/// <param name="RevokedAt">When it was taken back.</param>
/// <param name="LastUsedAt">When it was last used.</param>
[GenerateSerializer, Immutable, Alias("api-key-view")]
public sealed record ApiKeyView(
    [property: Id(0)] string KeyId,
    [property: Id(1)] string Name,
    [property: Id(2)] string PersonId,
    [property: Id(3)] ImmutableArray<string> Roles,
    [property: Id(4)] ImmutableArray<string> Entities,
    [property: Id(5)] DateTimeOffset CreatedAt,
    [property: Id(6)] DateTimeOffset ExpiresAt,
    [property: Id(7)] DateTimeOffset? RevokedAt,
    [property: Id(8)] DateTimeOffset? LastUsedAt);
