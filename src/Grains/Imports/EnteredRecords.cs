using System.Collections.Immutable;
using BillingActors.Storage.Imports;

namespace BillingActors.Grains.Imports;

/// <summary>Customers and contracts of a batch: what was stored, changed, known already, and refused.</summary>
internal sealed record EnteredRecords(
    long Stored, long Corrected, long Duplicate, ImmutableArray<RejectedRecord> Rejected);
