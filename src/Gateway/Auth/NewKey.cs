using System.Collections.Immutable;

namespace BillingActors.Gateway.Auth;

/// <summary>An API key to make.</summary>
/// <param name="Name">What it is for, 1 to 100 characters.</param>
/// <param name="PersonId">The person it acts as: who makes it. Four eyes count persons, not keys.</param>
/// <param name="Roles">Roles of its maker, or of programs: operator, agent, auditor, integrator.</param>
/// <param name="Entities">Legal entities it is limited to; empty for all.</param>
/// <param name="ExpiresAt">When it ends, at most 366 days from now.</param>
public sealed record NewKey(
    string Name,
    string PersonId,
    ImmutableArray<string> Roles,
    ImmutableArray<string> Entities,
    DateTimeOffset ExpiresAt);
