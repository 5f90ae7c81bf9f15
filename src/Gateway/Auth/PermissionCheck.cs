using Microsoft.AspNetCore.Authorization;

namespace BillingActors.Gateway.Auth;

/// <summary>Looks a permission up in the table of roles.</summary>
internal sealed class PermissionCheck : AuthorizationHandler<PermissionRequirement>
{
    protected override Task HandleRequirementAsync(
        AuthorizationHandlerContext context, PermissionRequirement requirement)
    {
        var roles = context.User.FindAll(BillingClaim.Role).Select(claim => claim.Value);
        if (RolePermissions.Allow(roles, requirement.Permission))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
