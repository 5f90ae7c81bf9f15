using System.Collections.Immutable;

namespace BillingActors.Gateway.Api;

/// <summary>Whom a developer wants to be.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Roles">Roles.</param>
/// <param name="Entities">Legal entities the caller is limited to; empty for all.</param>
public sealed record DevelopmentLogin(string PersonId, ImmutableArray<string> Roles, ImmutableArray<string> Entities);
