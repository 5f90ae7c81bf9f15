using BillingActors.Gateway.Auth;

namespace BillingActors.Gateway.Console.Access;

/// <summary>Whom a developer can be with one click.</summary>
/// <param name="PersonId">The person.</param>
/// <param name="Name">Name.</param>
/// <param name="Roles">Roles, with spaces between.</param>
/// <param name="Does">What such a person does.</param>
internal sealed record DevelopmentPerson(string PersonId, string Name, string Roles, string Does)
{
    /// <summary>One of each kind.</summary>
    public static IReadOnlyList<DevelopmentPerson> All { get; } =
    [
        new("demo-agent", "Service-desk agent", Role.Agent, "Finds callers, explains bills, opens disputes"),
        new("demo-clerk", "Billing clerk", $"{Role.Clerk} {Role.Agent}", "Posts payments, works disputes, corrects"),
        new("demo-supervisor", "Supervisor", $"{Role.Supervisor} {Role.Controller}",
            "Approves, watches, reads the books"),
        new("demo-operator", "Billing operator", Role.Operator, "Loads reads, runs the cycle, clears exceptions"),
        new("demo-collector", "Collector", Role.Collector, "Looks after what is overdue"),
        new("demo-admin", "Administrator", $"{Role.Admin} {Role.Auditor}", "Keeps people, roles and keys"),
    ];
}
