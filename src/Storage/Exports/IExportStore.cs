using System.Collections.Immutable;

namespace BillingActors.Storage.Exports;

/// <summary>Long exports that were asked for; they outlive the program, their files do not.</summary>
public interface IExportStore
{
    /// <summary>Adds one, unless so many are there, of all people or of its maker; answers whether it did.</summary>
    Task<bool> Add(StoredExport job, (int All, int OfMaker) countMax, CancellationToken cancellation);

    /// <summary>All that can be read, the newest first.</summary>
    Task<ImmutableArray<StoredExport>> List(CancellationToken cancellation);

    /// <summary>Says yes or no to one that waits; answers whether this was the first word.</summary>
    Task<bool> Decide(string jobId, bool isApproved, string personId, CancellationToken cancellation);

    /// <summary>
    /// Takes the oldest that somebody agreed to and no program that lives writes or has; null where there is none. What
    /// was begun too often without an end has failed.
    /// </summary>
    Task<StoredExport?> Claim(ExportHolder holder, CancellationToken cancellation);

    /// <summary>
    /// Says that the program still writes it or has its file, with how many rows; false where it is another's or gone.
    /// </summary>
    Task<bool> Keep(string jobId, ExportHolder holder, long writtenCount, CancellationToken cancellation);

    /// <summary>The program wrote it all; false where it is another's or gone.</summary>
    Task<bool> Finish(string jobId, ExportHolder holder, long writtenCount, CancellationToken cancellation);

    /// <summary>The program could not write it.</summary>
    Task Fail(string jobId, ExportHolder holder, CancellationToken cancellation);

    /// <summary>Its maker wants the file from another program: it is written anew. False where there is none.</summary>
    Task<bool> Renew(string jobId, string makerId, CancellationToken cancellation);

    /// <summary>Lets go of all that the program has: it ends, and others may write them.</summary>
    Task Release(ExportHolder holder, CancellationToken cancellation);

    /// <summary>Drops one of its maker; answers whether there was one.</summary>
    Task<bool> Drop(string jobId, string makerId, CancellationToken cancellation);

    /// <summary>Drops what ended, or was asked for and never decided on, before a moment.</summary>
    Task<int> DropBefore(DateTimeOffset at, CancellationToken cancellation);
}
