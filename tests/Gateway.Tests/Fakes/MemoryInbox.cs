using System.Collections.Concurrent;
using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Mediation;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>The inbox of files in memory, as far as the gateway uses it.</summary>
internal sealed class MemoryInbox : IImportStore
{
    public ConcurrentDictionary<string, ImportView> Imports { get; } = new(StringComparer.Ordinal);

    public ConcurrentDictionary<(string, int), StagedBatch> Batches { get; } = new();

    public ConcurrentDictionary<(string, long), string> Calls { get; } = new();

    public Exception? AcceptFault { get; set; }

    public Task<bool> Begin(ImportHeader header, CancellationToken cancellation) =>
        Task.FromResult(Imports.TryAdd(header.ImportId, new ImportView(header.ImportId, header.FileName, header.Format,
            "receiving", "", 0, 0, 0, 0, 0, header.At, header.ActorId, [])));

    public Task Stage(StagedBatch batch, CancellationToken cancellation)
    {
        Batches[(batch.ImportId, batch.Sequence)] = batch;
        return Task.CompletedTask;
    }

    public Task Accept(string importId, string sha256, long recordCount, CancellationToken cancellation)
    {
        if (AcceptFault is not null)
            return Task.FromException(AcceptFault);
        Imports[importId] = Imports[importId] with { State = "accepted", Sha256 = sha256, RecordCount = recordCount };
        return Task.CompletedTask;
    }

    public async Task<CallFileFate> AcceptCalls(
        string importId, string sha256, long recordCount, CallFile file, CancellationToken cancellation)
    {
        if (!Calls.TryAdd((file.Source, file.Sequence), file.Sha256)
            && Calls[(file.Source, file.Sequence)] != file.Sha256)
            return CallFileFate.Contradicting;
        await Accept(importId, sha256, recordCount, cancellation);
        return CallFileFate.Taken;
    }

    public Task Refuse(
        string importId, string sha256, ImmutableArray<RecordProblem> problems, CancellationToken cancellation)
    {
        Imports[importId] = Imports[importId] with { State = "refused", Sha256 = sha256, Problems = problems };
        foreach (var batch in Batches.Keys.Where(batch => batch.Item1 == importId))
            Batches.TryRemove(batch, out _);
        return Task.CompletedTask;
    }

    public Task<ImportView?> View(string importId, CancellationToken cancellation) =>
        Task.FromResult(Imports.GetValueOrDefault(importId));

    public Task<StagedBatch?> Next(string importId, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task Complete(WorkedBatch worked, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<ImportItem?> Rejected(long worklistId, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<bool> CompleteRedrive(
        long worklistId, WorkedBatch worked, string actorId, CancellationToken cancellation) =>
        throw new NotSupportedException();
}
