using System.Collections.Immutable;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Storage.Audit;

namespace BillingActors.Gateway.Console.Lists.Jobs;

/// <summary>
/// Long lists that become files beside the pages, one after the other. Whoever asks does not agree; a file is kept for
/// a day, for who asked alone. All of it is in this program: when it ends, jobs and files are gone.
/// </summary>
internal sealed partial class ExportJobs(
    IAuditTrail trail, TimeProvider clock, IHostApplicationLifetime life, ILogger<ExportJobs> log) : IDisposable
{
    /// <summary>Jobs of all people that are kept at once.</summary>
    public const int CountMax = 40;

    /// <summary>Jobs of one person.</summary>
    public const int CountMaxOfPerson = 5;

    /// <summary>How long a request waits, and how long a file is kept.</summary>
    public static readonly TimeSpan KeptFor = TimeSpan.FromHours(24);

    private readonly Lock _gate = new();
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly Dictionary<string, Kept> _kept = new(StringComparer.Ordinal);

    /// <summary>Own jobs, and those of others that wait for somebody like this person; the newest first.</summary>
    public ImmutableArray<ExportJob> Of(Caller caller)
    {
        lock (_gate)
        {
            Sweep();
            return
            [
                .. _kept.Values.Select(kept => kept.Job)
                    .Where(job => job.MakerId == caller.PersonId
                        || (job.State == ExportJob.Waiting && MayDecide(caller, job)))
                    .OrderByDescending(job => job.AskedAt).ThenBy(job => job.Id, StringComparer.Ordinal),
            ];
        }
    }

    /// <summary>Asks for a file; the filter is in the trail before anybody can agree.</summary>
    public async Task<Reply<ExportJob>> Ask(
        ListExport export, ListFile file, (long Count, AuditEntry Noted) told, CancellationToken cancellation)
    {
        if (!ListExport.Allows(export.Caller, told.Count) || !MaySee(export.Caller, export.List))
            return No(ProblemCode.NotPermitted, "Your roles were changed.");
        if (IsFull(export.Caller))
            return No(ProblemCode.TooManyRequests, "Too many files are kept: end one of yours first.");
        var job = new ExportJob(
            Guid.NewGuid().ToString("N"), export, file, told.Count, told.Noted.Reason ?? "", clock.GetUtcNow());
        await trail.Append(Entry(told.Noted, "list-export-asked", job), cancellation);
        lock (_gate)
            _kept[job.Id] = new Kept(job);
        return new(job);
    }

    /// <summary>Agrees, and begins to write as soon as it is its turn.</summary>
    public async Task<Reply<ExportJob>> Agree(
        Caller caller, string id, AuditEntry noted, CancellationToken cancellation)
    {
        var decided = await Decide(caller, id, ("list-export-agreed", ExportJob.Approved), noted, cancellation);
        if (decided.Value is { } job && Find(id) is { } kept)
            kept.Work = Task.Run(() => Work(job, kept), CancellationToken.None);
        return decided;
    }

    /// <summary>Says no.</summary>
    public Task<Reply<ExportJob>> Reject(
        Caller caller, string id, AuditEntry noted, CancellationToken cancellation) =>
        Decide(caller, id, ("list-export-rejected", ExportJob.Rejected), noted, cancellation);

    /// <summary>Ends a job of one's own, whatever it is at: what is written of it is gone.</summary>
    public bool End(Caller caller, string id)
    {
        lock (_gate)
        {
            if (_kept.GetValueOrDefault(id) is not { } kept || kept.Job.MakerId != caller.PersonId)
                return false;
            _kept.Remove(id);
            kept.Dispose();
            return true;
        }
    }

    /// <summary>
    /// A file that is there, for who asked for it and still may see as much as then; null for everybody else.
    /// </summary>
    public (ExportJob Job, Stream Bytes)? Open(Caller caller, string id)
    {
        lock (_gate)
        {
            Sweep();
            return _kept.GetValueOrDefault(id) is { Job.State: ExportJob.Done, File: { } file, Job: var job }
                && job.MakerId == caller.PersonId && Covers(caller, job) && MaySee(caller, job.Export.List)
                && ListExport.Allows(caller, long.MaxValue)
                    ? (job, file.Read())
                    : null;
        }
    }

    public void Dispose()
    {
        lock (_gate)
        {
            foreach (var kept in _kept.Values)
                kept.Dispose();
            _kept.Clear();
        }
    }

    /// <summary>Whether the person may say yes or no: another one, who may see all of it.</summary>
    public static bool MayDecide(Caller caller, ExportJob job) =>
        caller.PersonId != job.MakerId && ListExport.Allows(caller, long.MaxValue)
        && MaySee(caller, job.Export.List) && Covers(caller, job);

    private async Task<Reply<ExportJob>> Decide(
        Caller caller, string id, (string Action, string State) what, AuditEntry noted, CancellationToken cancellation)
    {
        if (Find(id)?.Job is not { State: ExportJob.Waiting } asked)
            return No(ProblemCode.NothingAsked, "It was decided or ended, or a day has gone by.");
        if (caller.PersonId == asked.MakerId)
            return No("second-person-needed", "You asked for this file; another person agrees to it.");
        if (!MayDecide(caller, asked))
            return No(ProblemCode.NotPermitted, "Who agrees must be allowed to see all of it.");
        await trail.Append(Entry(noted, what.Action, asked), cancellation);
        lock (_gate)
        {
            // Two may say so in the same moment: the first one did.
            if (_kept.GetValueOrDefault(id) is not { Job.State: ExportJob.Waiting } kept)
                return No(ProblemCode.NothingAsked, "Somebody else decided in the same moment.");
            return new(kept.Job = kept.Job with { State = what.State, DecidedBy = caller.PersonId });
        }
    }

    private async Task Work(ExportJob job, Kept kept)
    {
        using var ending = CancellationTokenSource.CreateLinkedTokenSource(
            kept.Ending.Token, life.ApplicationStopping);
        var file = new SealedFile();
        try
        {
            await _turn.WaitAsync(ending.Token);
            try
            {
                Become(kept, now => now with { State = ExportJob.Working });
                var export = job.Export with { Counted = count => Tell(kept, count) };
                var written = await file.Write(
                    stream => job.File.Write(export, stream, ending.Token), ending.Token);
                Done(kept, file, written);
            }
            finally
            {
                _turn.Release();
            }
        }
        catch (OperationCanceledException) when (ending.IsCancellationRequested)
        {
            file.Dispose();
        }
        catch (Exception fault)
        {
            file.Dispose();
            LogFailed(log, fault, job.Export.List.Name);
            Become(kept, now => now with { State = ExportJob.Failed, EndedAt = clock.GetUtcNow() });
        }
    }

    private void Done(Kept kept, SealedFile file, long written)
    {
        lock (_gate)
        {
            if (kept.IsOver)
            {
                file.Dispose();
                return;
            }
            kept.File = file;
            kept.Job = kept.Job with
            {
                State = ExportJob.Done,
                WrittenCount = written,
                EndedAt = clock.GetUtcNow(),
            };
        }
    }

    private void Tell(Kept kept, long count)
    {
        if (count % 500 == 0)
            Become(kept, now => now with { WrittenCount = count });
    }

    private void Become(Kept kept, Func<ExportJob, ExportJob> change)
    {
        lock (_gate)
            kept.Job = change(kept.Job);
    }

    private Kept? Find(string id)
    {
        lock (_gate)
        {
            Sweep();
            return _kept.GetValueOrDefault(id);
        }
    }

    private bool IsFull(Caller caller)
    {
        lock (_gate)
        {
            Sweep();
            return _kept.Count >= CountMax
                || _kept.Values.Count(kept => kept.Job.MakerId == caller.PersonId) >= CountMaxOfPerson;
        }
    }

    private void Sweep()
    {
        var until = clock.GetUtcNow() - KeptFor;
        foreach (var (id, kept) in _kept)
        {
            if (kept.Job.IsMoving || (kept.Job.EndedAt ?? kept.Job.AskedAt) > until)
                continue;
            _kept.Remove(id);
            kept.Dispose();
        }
    }

    private static bool MaySee(Caller caller, IDeskList list) => RolePermissions.Allow(caller.Roles, list.Permission);

    private static bool Covers(Caller caller, ExportJob job) => caller.IsUnlimited
        || (!job.Export.Caller.IsUnlimited && job.Export.Caller.Scope.Entities.All(caller.Scope.Allows));

    private static AuditEntry Entry(AuditEntry noted, string action, ExportJob job) => noted with
    {
        Action = action,
        Subject = new AuditSubject("list", job.Export.List.Name),
        After = ExportNote.Of(job.File, job.Export, job.Count),
    };

    private static Reply<ExportJob> No(string code, string detail) => Reply<ExportJob>.No(code, detail);

    [LoggerMessage(LogLevel.Error, "A file of {List} could not be written")]
    private static partial void LogFailed(ILogger logger, Exception fault, string list);

    /// <summary>A job with what belongs to it.</summary>
    private sealed class Kept(ExportJob job) : IDisposable
    {
        public ExportJob Job { get; set; } = job;

        public SealedFile? File { get; set; }

        public Task Work { get; set; } = Task.CompletedTask;

        public CancellationTokenSource Ending { get; } = new();

        public bool IsOver { get; private set; }

        public void Dispose()
        {
            IsOver = true;
            Ending.Cancel(); // Whoever writes for it ends, and drops what is written.
            File?.Dispose();
        }
    }
}
