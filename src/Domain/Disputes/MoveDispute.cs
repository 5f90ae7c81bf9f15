using NodaTime;

namespace BillingActors.Domain.Disputes;

/// <summary>Moves a dispute into review, to waiting, or closes it.</summary>
public sealed record MoveDispute(string DisputeId, DisputeStage Stage, string? NoteCode, LocalDate On);
