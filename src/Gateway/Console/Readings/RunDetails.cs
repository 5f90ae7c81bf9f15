using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.BillRuns;
using BillingActors.Grains.Interfaces.Worklists;

namespace BillingActors.Gateway.Console.Readings;

/// <summary>What a person looks at of a run beside its figures.</summary>
/// <param name="Reasons">Why accounts are held.</param>
/// <param name="Held">The first accounts that are held.</param>
/// <param name="Sample">A few of its bills.</param>
/// <param name="Comparison">The run beside the one before.</param>
public sealed record RunDetails(
    ImmutableArray<RunReasonView> Reasons,
    ImmutableArray<WorklistRow> Held,
    ImmutableArray<SampleBillView> Sample,
    RunComparisonView Comparison);
