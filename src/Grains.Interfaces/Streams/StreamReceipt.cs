using System.Collections.Immutable;

namespace BillingActors.Grains.Interfaces.Streams;

/// <summary>The answer to records that came in.</summary>
/// <param name="OperationId">By which to ask how far they are.</param>
/// <param name="AcceptedCount">Records that are durable.</param>
/// <param name="RejectedCount">Records that were rejected.</param>
/// <param name="Results">Every record, in the order of the request.</param>
public sealed record StreamReceipt(
    string OperationId, int AcceptedCount, int RejectedCount, ImmutableArray<RecordResult> Results);
