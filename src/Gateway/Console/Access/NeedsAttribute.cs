using Microsoft.AspNetCore.Authorization;

namespace BillingActors.Gateway.Console.Access;

/// <summary>What a page needs: the same permission as the calls of the API that do the same.</summary>
[AttributeUsage(AttributeTargets.Class)]
internal sealed class NeedsAttribute(string permission) : AuthorizeAttribute(ConsoleScheme.PolicyOf(permission))
{
    /// <summary>Permission.</summary>
    public string Permission => permission;
}
