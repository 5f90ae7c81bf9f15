using System.Reflection;
using BillingActors.Gateway.Console;
using BillingActors.Gateway.Console.Access;
using Microsoft.AspNetCore.Components;

namespace BillingActors.Gateway.Tests;

/// <summary>Every page of the console says what it needs; one that says nothing would be for everybody.</summary>
public sealed class ConsolePageTests
{
    /// <summary>Pages without anybody's data.</summary>
    private static readonly HashSet<string> ForEverybody =
        ["/console", "/console/denied", "/console/login", "/console/not-found", "/console/{*Anything}"];

    [Fact]
    public void Every_page_needs_a_permission_that_some_role_has_and_not_every_one()
    {
        var pages = typeof(Desk).Assembly.GetTypes()
            .SelectMany(type => type.GetCustomAttributes<RouteAttribute>(), (type, route) => (type, route.Template))
            .Where(page => !ForEverybody.Contains(page.Template))
            .ToList();
        Assert.True(pages.Count > 45, $"only {pages.Count} pages were found");

        var open = pages.Where(page => page.type.GetCustomAttribute<NeedsAttribute>() is not { } needs
            || Auth.Role.All.All(role => Auth.RolePermissions.Allow([role], needs.Permission))
            || !Auth.Role.All.Any(role => Auth.RolePermissions.Allow([role], needs.Permission)));

        Assert.Empty(open.Select(page => page.Template));
    }
}
