namespace BillingActors.Grains.Interfaces.Streams;

/// <summary>A record that could not have its effect.</summary>
/// <param name="Id">Its number in the quarantine.</param>
/// <param name="Offset">Where it stands: epoch, partition, row and index.</param>
/// <param name="Subject">What it is about; null where the row cannot be read.</param>
/// <param name="Source">Who named it; null where the row cannot be read.</param>
/// <param name="RecordId">What its source named it by; null where the row cannot be read.</param>
/// <param name="Code">Why, as a code.</param>
/// <param name="Detail">Why, in words.</param>
/// <param name="AttemptCount">How often it was tried.</param>
/// <param name="At">Since when.</param>
/// <param name="Body">The record as it came; null where it cannot be read.</param>
public sealed record QuarantineView(
    long Id,
    string Offset,
    string? Subject,
    string? Source,
    string? RecordId,
    string Code,
    string Detail,
    int AttemptCount,
    DateTimeOffset At,
    string? Body);
