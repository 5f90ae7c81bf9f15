using System.Collections.Immutable;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Mediation;
using BillingActors.Storage.Imports;
using BillingActors.Storage.Inbox;
using Microsoft.Extensions.Logging;

namespace BillingActors.Grains.Imports;

/// <summary>
/// Works off one accepted file, batch by batch. A batch and its effect on meter data commit together; accounts and
/// master
/// data are written before it by commands that are safe to repeat, so a crash between the two changes nothing twice.
/// </summary>
internal sealed partial class ImportGrain(
    IImportStore imports,
    MeterRecords meters,
    ContractRecords contracts,
    PaymentRecords payments,
    CallRecords calls,
    ILogger<ImportGrain> logger) : Grain, IImportGrain
{
    private static readonly TimeSpan PauseAfterFault = TimeSpan.FromSeconds(2);

    private IGrainTimer? _timer;

    private string ImportId => this.GetPrimaryKeyString();

    public Task Work(CancellationToken cancellation)
    {
        _timer ??= this.RegisterGrainTimer(
            Advance, new GrainTimerCreationOptions(TimeSpan.Zero, PauseAfterFault) { KeepAlive = true });
        return Task.CompletedTask;
    }

    public async Task<Reply<ImportView>> Redrive(
        CommandEnvelope envelope, long worklistId, CancellationToken cancellation)
    {
        if (await imports.Rejected(worklistId, cancellation) is not { } item)
            return Reply<ImportView>.No("worklist-unknown", "There is no such rejected record.");
        if (item.Rejected is { } unreadable)
            return Reply<ImportView>.No("record-invalid", $"{unreadable.Rule}: {unreadable.Detail}");
        if (await Again(item, cancellation) is not { } worked)
            return Reply<ImportView>.No("stream-full", "Too much waits to be rated; drive the record again later.");
        if (!await imports.CompleteRedrive(worklistId, worked, envelope.ActorId, cancellation))
            return Reply<ImportView>.No("worklist-resolved", "This row was resolved before.");
        return worked.Rejected.IsEmpty
            ? new Reply<ImportView>(await imports.View(ImportId, cancellation))
            : Reply<ImportView>.No(worked.Rejected[0].Problem.Rule, worked.Rejected[0].Problem.Detail);
    }

    public Task<ImportView?> View(CancellationToken cancellation) => imports.View(ImportId, cancellation);

    private async Task<WorkedBatch?> Again(ImportItem item, CancellationToken cancellation)
    {
        try
        {
            return await Apply(new StagedBatch(ImportId, -1, [item]), cancellation);
        }
        catch (InboxFullException)
        {
            return null;
        }
    }

    private async Task Advance(CancellationToken cancellation)
    {
        try
        {
            if (await imports.Next(ImportId, cancellation) is not { } batch)
            {
                _timer?.Dispose();
                _timer = null;
                return;
            }
            await imports.Complete(await Apply(batch, cancellation), cancellation);
            _timer?.Change(TimeSpan.Zero, PauseAfterFault);
        }
        catch (InboxFullException full)
        {
            // Records of calls wait here until the stream they go through has room: that is back-pressure, no fault.
            _timer?.Change(full.RetryAfter, PauseAfterFault);
        }
        catch (Exception e)
        {
            LogFault(logger, ImportId, e);
            _timer?.Change(PauseAfterFault, PauseAfterFault);
        }
    }

    private async Task<WorkedBatch> Apply(StagedBatch batch, CancellationToken cancellation)
    {
        var rejected = ImmutableArray.CreateBuilder<RejectedRecord>();
        foreach (var item in batch.Items.Where(item => item.Rejected is not null))
            rejected.Add(new RejectedRecord(item, item.Rejected!));
        var metered = await meters.Apply(batch.ImportId, batch.Items, cancellation);
        var entered = await contracts.Apply(batch.ImportId, batch.Items, cancellation);
        var paid = await payments.Apply(batch.ImportId, batch.Items, cancellation);
        var called = await calls.Apply(batch.ImportId, batch.Items, cancellation);
        rejected.AddRange(metered.Rejected);
        rejected.AddRange(entered.Rejected);
        rejected.AddRange(paid.Rejected);
        rejected.AddRange(called.Rejected);
        return new WorkedBatch(
            batch.ImportId,
            batch.Sequence,
            metered.Days,
            metered.Reads,
            rejected.ToImmutable(),
            entered.Stored + paid.Stored + called.Stored,
            entered.Corrected,
            entered.Duplicate + paid.Duplicate + called.Duplicate);
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "Import {ImportId} met a fault; it goes on after a pause.")]
    private static partial void LogFault(ILogger logger, string importId, Exception fault);
}
