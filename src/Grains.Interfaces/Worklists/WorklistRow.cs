namespace BillingActors.Grains.Interfaces.Worklists;

/// <summary>A refused record, a held account or money without a place: with reason, age and owner.</summary>
/// <param name="Id">Row.</param>
/// <param name="Kind">
/// import-record, usage-record, open-call, file-gap, bill-exception, unapplied-cash, unidentified-cash,
/// webhook-endpoint or invoice-delivery.
/// </param>
/// <param name="State">open, fixed, released, skipped or dropped.</param>
/// <param name="Code">Reason code.</param>
/// <param name="Detail">Reason in words.</param>
/// <param name="EntityId">Legal entity, if known.</param>
/// <param name="AccountId">Account, if any.</param>
/// <param name="RunId">Bill run, if any.</param>
/// <param name="ImportId">Import, if any.</param>
/// <param name="Line">Line of the file; 0 without one.</param>
/// <param name="Field">Field of the record, or the receipt.</param>
/// <param name="Raw">The record as it stood.</param>
/// <param name="Owner">Who works on it.</param>
/// <param name="At">Since when.</param>
/// <param name="ResolvedBy">Who resolved it.</param>
/// <param name="ResolvedAt">When.</param>
/// <param name="Resolution">How and why.</param>
/// <param name="SnoozedUntil">The day it waits again, where somebody let it rest.</param>
[GenerateSerializer, Immutable, Alias("worklist-row")]
public sealed record WorklistRow(
    [property: Id(0)] long Id,
    [property: Id(1)] string Kind,
    [property: Id(2)] string State,
    [property: Id(3)] string Code,
    [property: Id(4)] string Detail,
    [property: Id(5)] string? EntityId,
    [property: Id(6)] string? AccountId,
    [property: Id(7)] string? RunId,
    [property: Id(8)] string? ImportId,
    [property: Id(9)] int Line,
    [property: Id(10)] string? Field,
    [property: Id(11)] string? Raw,
    [property: Id(12)] string? Owner,
    [property: Id(13)] DateTimeOffset At,
    [property: Id(14)] string? ResolvedBy,
    [property: Id(15)] DateTimeOffset? ResolvedAt,
    [property: Id(16)] string? Resolution,
    [property: Id(17)] DateOnly? SnoozedUntil = null);
