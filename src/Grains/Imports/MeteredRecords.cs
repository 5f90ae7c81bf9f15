using System.Collections.Immutable;
using BillingActors.Domain.Metering;
using BillingActors.Storage.Imports;

namespace BillingActors.Grains.Imports;

/// <summary>Meter data of a batch that may be stored, and what may not.</summary>
internal sealed record MeteredRecords(
    ImmutableArray<IntervalDay> Days, ImmutableArray<ReadRecord> Reads, ImmutableArray<RejectedRecord> Rejected);
