using System.Collections.Immutable;
using NodaTime;

namespace BillingActors.Domain.Metering;

/// <summary>Enters reads by hand, each of another register.</summary>
/// <param name="Reads">The reads.</param>
/// <param name="From">First day they can be of.</param>
/// <param name="Through">Last day they can be of.</param>
/// <param name="SourceId">Who brings them, in the place of an import.</param>
public sealed record EnterReads(ImmutableArray<TakenRead> Reads, LocalDate From, LocalDate Through, string SourceId);
