using System.Globalization;

namespace BillingActors.Survival.Faults;

/// <summary>How a fault was survived.</summary>
/// <param name="Fault">Its name.</param>
/// <param name="Target">What it fell on.</param>
/// <param name="Lasted">From its begin until work went on.</param>
/// <param name="DeclaredAfter">From its begin until a silo was declared dead; null without.</param>
/// <param name="ResumedAfter">From that declaration, or from the mending, until every account was served anew.</param>
internal sealed record FaultOutcome(
    string Fault, string Target, TimeSpan Lasted, TimeSpan? DeclaredAfter, TimeSpan ResumedAfter)
{
    public override string ToString()
    {
        var declared = DeclaredAfter is { } after
            ? string.Create(CultureInfo.InvariantCulture, $"declared dead after {after.TotalSeconds:N1} s, ")
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{Fault} of {Target}: {declared}resumed {ResumedAfter.TotalSeconds:N1} s later");
    }
}
