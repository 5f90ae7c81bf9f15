using System.Collections.Immutable;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>A channel a charge looks at, with the local days on which meters that have it were in place.</summary>
/// <param name="Id">Channel at the service point.</param>
/// <param name="IntervalMinutes">Length of its intervals, where nothing was delivered yet.</param>
/// <param name="Spans">Days in order, neighbours joined.</param>
internal sealed record MeterSource(string Id, int IntervalMinutes, ImmutableArray<Period> Spans);
