using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>A part of a plan and the day it is due.</summary>
public sealed record Instalment(LocalDate DueOn, long AmountMinor);
