using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Storage.Imports;

/// <summary>A batch of an accepted import that waits to be worked off.</summary>
/// <param name="ImportId">Import.</param>
/// <param name="Sequence">Place in the file, from 0.</param>
/// <param name="Items">Its records.</param>
public sealed record StagedBatch(string ImportId, int Sequence, ImmutableArray<ImportItem> Items);
