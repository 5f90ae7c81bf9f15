using NodaTime;

namespace BillingActors.Domain.Approvals;

/// <summary>The day on which the person who agreed last did so, and the command it was done with.</summary>
/// <param name="CommandId">The command.</param>
/// <param name="On">The day.</param>
public sealed record HandDay(string CommandId, LocalDate On);
