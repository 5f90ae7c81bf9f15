using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Storage.Imports;

/// <summary>An import as its row says it, its problems still in their envelope.</summary>
/// <param name="View">The import without its problems.</param>
/// <param name="Problems">They, as they are stored.</param>
internal sealed record StoredImport(ImportView View, string Problems);
