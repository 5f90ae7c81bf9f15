using System.Collections.Immutable;
using BillingActors.Domain.Metering;

namespace BillingActors.Storage.Imports;

/// <summary>
/// One record of register reads: the read, and the one before it where the source repeats it; counted as one record.
/// </summary>
/// <param name="Reads">One or two reads.</param>
public sealed record ReadRecord(ImmutableArray<RegisterRead> Reads);
