using System.Collections.Immutable;

namespace BillingActors.Gateway.Auth;

/// <summary>What a person shall be allowed to do at the desk.</summary>
/// <param name="Name">What colleagues call the person, 1 to 100 characters.</param>
/// <param name="Roles">Roles; none at all for somebody who may see nothing.</param>
/// <param name="Entities">Legal entities the person is limited to; empty for all.</param>
/// <param name="IsActive">Whether the person may log in.</param>
public sealed record UserRights(
    string Name, ImmutableArray<string> Roles, ImmutableArray<string> Entities, bool IsActive);
