namespace BillingActors.Grains.Interfaces.Streams;

/// <summary>How far the records of one request are.</summary>
/// <param name="State">accepted, working or done.</param>
/// <param name="AcceptedCount">Records that were stored.</param>
/// <param name="WaitingCount">Records that are not worked off.</param>
/// <param name="AppliedCount">Records that had their effect by this request.</param>
/// <param name="DuplicateCount">Records that had had their effect before.</param>
/// <param name="QuarantinedCount">Records that were refused later and are in quarantine, or were.</param>
/// <param name="RejectedCount">Records that were rejected at once.</param>
public sealed record StreamOperationView(
    string State,
    int AcceptedCount,
    int WaitingCount,
    int AppliedCount,
    int DuplicateCount,
    int QuarantinedCount,
    int RejectedCount = 0);
