using System.Collections.Immutable;

namespace BillingActors.Grains.Ingestion;

/// <summary>Rows of one partition that are delivered together, in order.</summary>
[GenerateSerializer, Immutable, Alias("stream-slice")]
internal sealed record StreamSlice([property: Id(0)] ImmutableArray<StreamRow> Rows);
