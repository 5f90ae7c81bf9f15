using BillingActors.Formats;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Mediation;

namespace BillingActors.Gateway.Imports;

/// <summary>
/// Takes a file in as it streams by: its records are staged in batches and count only when the last line was good. A
/// request that comes again answers what became of the first one, or goes on where that one was cut off.
/// </summary>
internal sealed class FileReception(IImportStore inbox)
{
    private const int BatchCount = 500;
    private const string Receiving = "receiving";

    /// <summary>Takes the file in; the answer is the whole truth: accepted or refused.</summary>
    public async Task<Reception> Receive(
        ImportHeader header, IFileFormat format, FileBytes file, CancellationToken cancellation)
    {
        if (!await inbox.Begin(header, cancellation)
            && await inbox.View(header.ImportId, cancellation) is { State: not Receiving } known)
        {
            var isSame = known.Sha256 == await file.Bytes.Finish(cancellation)
                && known.FileName == header.FileName && known.Format == header.Format;
            return new Reception(known, IsReplay: isSame, IsReused: !isSame);
        }
        var reading = new Reading();
        try
        {
            var count = await Stage(header.ImportId, Allowed(format, file, reading, cancellation), cancellation);
            var hash = await file.Bytes.Finish(cancellation);
            await Accept(header.ImportId, hash, (count, reading.Calls), cancellation);
        }
        catch (FileRefusedException refusal)
        {
            var hash = await file.Bytes.Finish(cancellation);
            var problems = reading.Foreign.Concat(refusal.Problems).OrderBy(problem => problem.Line)
                .Take(FileRefusedException.ProblemCountMax);
            await inbox.Refuse(header.ImportId, hash, [.. problems], cancellation);
        }
        return new Reception(await inbox.View(header.ImportId, cancellation)
            ?? throw new InvalidOperationException($"Import {header.ImportId} is gone right after it was stored."));
    }

    private async Task Accept(
        string importId, string hash, (long Count, CallFile? Calls) read, CancellationToken cancellation)
    {
        if (read.Calls is not { } calls)
        {
            await inbox.Accept(importId, hash, read.Count, cancellation);
            return;
        }
        if (await inbox.AcceptCalls(importId, hash, read.Count, calls, cancellation) == CallFileFate.Contradicting)
        {
            var told = FormattableString.Invariant($"File {calls.Sequence} of {calls.Source} came before");
            throw new FileRefusedException(
                [new RecordProblem(1, "number", "sequence-taken", told + " and had other records.")]);
        }
    }

    /// <summary>The next batch is read while the one before it is being stored.</summary>
    private async Task<long> Stage(string importId, IAsyncEnumerable<ImportItem> items, CancellationToken cancellation)
    {
        var (count, sequence) = (0L, 0);
        var staging = Task.CompletedTask;
        try
        {
            await foreach (var batch in items.Chunk(BatchCount).WithCancellation(cancellation))
            {
                await staging;
                staging = inbox.Stage(new StagedBatch(importId, sequence++, [.. batch]), cancellation);
                count += batch.Length;
            }
        }
        finally
        {
            await staging;
        }
        return count;
    }

    /// <summary>
    /// The records of the file; lines of a legal entity the caller may not see refuse the file, and all are named.
    /// </summary>
    private static async IAsyncEnumerable<ImportItem> Allowed(
        IFileFormat format, FileBytes file, Reading reading,
        [System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken cancellation)
    {
        var foreign = reading.Foreign;
        await foreach (var item in format.Read(file.Bytes, cancellation))
        {
            if (item.File is { } calls)
                reading.Calls = calls;
            else if (item.EntityId is { } entityId && !file.Scope.Allows(entityId))
                foreign.Add(new(item.Line, "entity", "entity-unknown", "There is no such legal entity."));
            else if (foreign.Count == 0)
                yield return item;
            if (foreign.Count == FileRefusedException.ProblemCountMax)
                break;
        }
        if (foreign.Count > 0)
            throw new FileRefusedException([]);
    }

    /// <summary>What is learnt of a file beside its records.</summary>
    private sealed class Reading
    {
        public List<RecordProblem> Foreign { get; } = [];

        public CallFile? Calls { get; set; }
    }
}
