namespace BillingActors.Storage.Reports;

/// <summary>A draft of a legal entity that waits for a second person.</summary>
/// <param name="EntityId">Legal entity.</param>
/// <param name="Version">Version of the draft.</param>
/// <param name="Replaces">The version of the legal entity it was drafted for.</param>
/// <param name="ValidFrom">From which day it is to hold.</param>
/// <param name="MakerId">Who drafted it.</param>
/// <param name="ChangedAt">When.</param>
/// <param name="Reason">Why.</param>
public sealed record LegalEntityDraftRow(
    string EntityId,
    long Version,
    long Replaces,
    DateOnly ValidFrom,
    string MakerId,
    DateTimeOffset ChangedAt,
    string? Reason);
