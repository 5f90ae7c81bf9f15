using System.Collections.Immutable;

namespace BillingActors.Gateway.Api;

/// <summary>The caller as the API sees it.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Roles">Roles.</param>
/// <param name="Entities">Legal entities the caller is limited to; empty for all.</param>
/// <param name="Permissions">What the roles permit.</param>
public sealed record CallerView(
    string PersonId,
    ImmutableArray<string> Roles,
    ImmutableArray<string> Entities,
    ImmutableArray<string> Permissions);
