using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.BillRuns;

namespace BillingActors.Storage.Reports;

/// <summary>What a person looks at before a bill run is released.</summary>
public interface IRunReports
{
    /// <summary>Why accounts of a run are held, the most frequent reason first.</summary>
    Task<ImmutableArray<RunReasonView>> Reasons(string runId, CancellationToken cancellation);

    /// <summary>
    /// The same few bills for everybody who looks: the largest, the smallest, and some that chance chose. Bills of a
    /// run that is released are among them.
    /// </summary>
    Task<ImmutableArray<SampleBillView>> Sample(string runId, CancellationToken cancellation);

    /// <summary>
    /// The bill of an account in a run as it was drafted, with every line; null where the run has none. What is held
    /// says so in its state.
    /// </summary>
    Task<SampleBillView?> Bill(string runId, string accountKey, CancellationToken cancellation);
}
