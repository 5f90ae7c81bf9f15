using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Deposits;

/// <summary>How far the interest of a deposit is counted.</summary>
/// <param name="HeldSince">The first day anything was held.</param>
/// <param name="CountedUntil">The days before are credited or in the segments.</param>
/// <param name="Segments">Days that are counted and not credited.</param>
/// <param name="CarryMinor">
/// What rounding left of the credits so far, in exact minor units, so that no cent is lost over the years.
/// </param>
/// <param name="CreditedUntil">The days before are credited; null: none are.</param>
public sealed record DepositInterest(
    LocalDate HeldSince,
    LocalDate CountedUntil,
    ImmutableArray<DepositSegment> Segments,
    decimal CarryMinor,
    LocalDate? CreditedUntil);
