using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>
/// Agrees on instalments for some items, or for all that is open and undisputed; the days are those of the instalments.
/// A first instalment may be set, the rest is split evenly.
/// </summary>
public sealed record AgreePlan(
    string PlanId,
    LocalDate On,
    ImmutableArray<string> ItemIds,
    ImmutableArray<LocalDate> DueOn,
    long? FirstMinor);
