using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Storage.Mediation;

namespace BillingActors.Storage.Imports;

/// <summary>
/// The durable inbox of files: batches are staged while a file is read, and become visible to work only when the whole
/// file is accepted; a refused file leaves its reasons and nothing else.
/// </summary>
public interface IImportStore
{
    /// <summary>Begins an import; false when the id is known already (the same request sent twice).</summary>
    Task<bool> Begin(ImportHeader header, CancellationToken cancellation);

    /// <summary>
    /// Stages a batch; repeated, it replaces itself. Staged batches of an unaccepted import have no effect.
    /// </summary>
    Task Stage(StagedBatch batch, CancellationToken cancellation);

    /// <summary>
    /// Accepts the whole file: from here on its records will have their effect once, whatever happens; writes its due
    /// work.
    /// </summary>
    Task Accept(string importId, string sha256, long recordCount, CancellationToken cancellation);

    /// <summary>
    /// Accepts a whole file of call records as <see cref="Accept"/> does, and takes its number in the same transaction.
    /// Where the same file came before, the import is done with all records duplicate; where another one has its
    /// number, nothing is changed, and the caller refuses the file.
    /// </summary>
    Task<CallFileFate> AcceptCalls(
        string importId, string sha256, long recordCount, CallFile file, CancellationToken cancellation);

    /// <summary>Refuses the whole file: staged batches are gone, the reasons stay.</summary>
    Task Refuse(string importId, string sha256, ImmutableArray<RecordProblem> problems, CancellationToken cancellation);

    /// <summary>The next batch not worked off, or null when all are (the import is done then).</summary>
    Task<StagedBatch?> Next(string importId, CancellationToken cancellation);

    /// <summary>
    /// Stores the effect of a batch, its worklist rows and the counts, and marks it worked off, in one transaction; a
    /// batch worked off before changes nothing. After the last batch the import is done and its due work is gone.
    /// </summary>
    Task Complete(WorkedBatch worked, CancellationToken cancellation);

    /// <summary>A rejected record of the worklist as it can be driven again, or null.</summary>
    Task<ImportItem?> Rejected(long worklistId, CancellationToken cancellation);

    /// <summary>
    /// Stores the effect of a record driven again and resolves its worklist row, in one transaction; false when the row
    /// was resolved before. A record rejected again keeps its row with the new reason.
    /// </summary>
    Task<bool> CompleteRedrive(long worklistId, WorkedBatch worked, string actorId, CancellationToken cancellation);

    /// <summary>How far an import is, or null.</summary>
    Task<ImportView?> View(string importId, CancellationToken cancellation);
}
