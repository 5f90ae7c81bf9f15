using Microsoft.AspNetCore.Authorization;

namespace BillingActors.Gateway.Auth;

/// <summary>Asks for a permission; also stands on the endpoint, so that tests and documents can read it.</summary>
/// <param name="Permission">Permission.</param>
internal sealed record PermissionRequirement(string Permission) : IAuthorizationRequirement;
