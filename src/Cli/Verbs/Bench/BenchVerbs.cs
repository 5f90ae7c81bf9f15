using System.CommandLine;

namespace BillingActors.Cli.Verbs.Bench;

/// <summary>billing bench …: reproduces published figures with one command.</summary>
internal static class BenchVerbs
{
    public static Command Create(Terminal terminal) => new("bench", "Measures the engine on this machine.")
    {
        CycleVerb.Create(terminal),
        PaymentsVerb.Create(terminal),
        UsageVerb.Create(terminal),
        ComparisonVerb.Create(terminal),
        LookUpVerb.Create(terminal),
        LandingVerb.Create(terminal),
        InboxVerb.Create(terminal),
        CoresVerb.Create(terminal),
    };
}
