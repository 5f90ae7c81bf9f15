namespace BillingActors.Storage.Accounts;

/// <summary>How far a bill run's partition has come; written in the same transaction as the page itself.</summary>
/// <param name="RunId">Bill run.</param>
/// <param name="Partition">Partition, from 0.</param>
/// <param name="Stage">"calculate" or "release".</param>
/// <param name="Cursor">Key of the last account of the page.</param>
/// <param name="IsDone">Whether the partition's stage is complete.</param>
public sealed record PageCheckpoint(string RunId, int Partition, string Stage, string Cursor, bool IsDone);
