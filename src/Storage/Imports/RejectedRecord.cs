using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Storage.Imports;

/// <summary>
/// A record that cannot be stored as it is, with its reason and itself, so that it can be driven again.
/// </summary>
/// <param name="Item">The record.</param>
/// <param name="Problem">Why.</param>
public sealed record RejectedRecord(ImportItem Item, RecordProblem Problem);
