using BillingActors.Grains.Interfaces.Worklists;
using BillingActors.Storage.Imports;

namespace BillingActors.Storage.Worklists;

/// <summary>A row of the worklist, its record still in its envelope.</summary>
/// <param name="Row">The row without its record.</param>
/// <param name="Record">The record, or null where the row is about something else.</param>
internal sealed record StoredWorklistRow(WorklistRow Row, StoredRecord? Record);
