using System.Collections.Immutable;

namespace BillingActors.Gateway.Auth;

/// <summary>The roles a person or key can have.</summary>
public static class Role
{
    public const string Operator = "operator";
    public const string Clerk = "clerk";
    public const string Agent = "agent";
    public const string Collector = "collector";
    public const string Supervisor = "supervisor";
    public const string Controller = "controller";
    public const string Auditor = "auditor";
    public const string Integrator = "integrator";
    public const string Admin = "admin";

    /// <summary>All of them.</summary>
    public static ImmutableArray<string> All { get; } =
        [Operator, Clerk, Agent, Collector, Supervisor, Controller, Auditor, Integrator, Admin];

    /// <summary>
    /// What a key may be given also by a person who has it not: programs bring and fetch data with these, and neither
    /// decide nor move money by hand.
    /// </summary>
    public static ImmutableArray<string> OfPrograms { get; } = [Operator, Agent, Auditor, Integrator];
}
