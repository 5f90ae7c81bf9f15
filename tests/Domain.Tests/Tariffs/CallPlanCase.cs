using BillingActors.Domain.Tariffs.Calls;

namespace BillingActors.Domain.Tests.Tariffs;

/// <summary>A plan with a fault, where it shows and as what.</summary>
public sealed record CallPlanCase(string Rule, string Path, DestinationGroup[] Destinations, CallRate[] Rates)
{
    public override string ToString() => $"{Rule} at {Path}";
}
