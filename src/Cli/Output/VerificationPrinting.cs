using System.Collections.Immutable;
using BillingActors.Cli.Embedded;

namespace BillingActors.Cli.Output;

/// <summary>Shows what the verifier found.</summary>
internal static class VerificationPrinting
{
    private const int FailuresMax = 20;

    /// <summary>Prints every check and gives whether all hold.</summary>
    public static bool Print(ImmutableArray<CheckOutcome> checks, Terminal terminal, bool asJson)
    {
        foreach (var check in checks)
        {
            if (asJson)
                terminal.Json(check);
            else
                PrintOne(check, terminal);
        }
        var holds = checks.All(check => check.Holds);
        if (!asJson)
            terminal.Line(holds ? "verify: all checks hold" : "verify: NOT all checks hold");
        return holds;
    }

    private static void PrintOne(CheckOutcome check, Terminal terminal)
    {
        var verdict = check.Holds ? "holds" : "FAILS";
        terminal.Line($"  {verdict}  {check.Check}: {Amounts.Count(check.Count)} checked. {check.Rule}");
        foreach (var failure in check.Failures.Take(FailuresMax))
            terminal.Line($"         {failure}");
        if (check.FailureCount > FailuresMax)
            terminal.Line($"         and {Amounts.Count(check.FailureCount - FailuresMax)} more");
    }
}
