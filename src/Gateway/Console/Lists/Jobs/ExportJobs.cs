using System.Collections.Immutable;
using BillingActors.Gateway.Auth;
using BillingActors.Gateway.Problems;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Exports;

namespace BillingActors.Gateway.Console.Lists.Jobs;

/// <summary>
/// Long lists that become files beside the pages. Whoever asks does not agree; a file is kept for a day, for who asked
/// alone. What was asked and agreed to is stored; the file lies with the program that wrote it, and is written anew
/// where that is gone.
/// </summary>
internal sealed class ExportJobs(
    IExportStore store, ExportWishes wishes, ExportWriter writer, IAuditTrail trail, TimeProvider clock)
{
    /// <summary>Jobs of all people that are kept at once.</summary>
    public const int CountMax = 40;

    /// <summary>Jobs of one person.</summary>
    public const int CountMaxOfPerson = 5;

    /// <summary>Own jobs, and those of others that wait for somebody like this person; the newest first.</summary>
    public async Task<ImmutableArray<ExportJob>> Of(Caller caller, CancellationToken cancellation) =>
    [
        .. (await All(cancellation)).Where(job => job.MakerId == caller.PersonId
            || (job.State == ExportState.Waiting && MayDecide(caller, job))),
    ];

    /// <summary>Asks for a file; the filter is in the trail before anybody can agree.</summary>
    public async Task<Reply<ExportJob>> Ask(
        ListExport export, ListFile file, (long Count, AuditEntry Noted) told, CancellationToken cancellation)
    {
        if (!ListExport.Allows(export.Caller, told.Count) || !MaySee(export.Caller, export.List))
            return No(ProblemCode.NotPermitted, "Your roles were changed.");
        await store.DropBefore(clock.GetUtcNow() - ExportWriter.KeptFor, cancellation);
        var known = await store.List(cancellation);
        if (known.Length >= CountMax || known.Count(job => job.MakerId == export.Caller.PersonId) >= CountMaxOfPerson)
            return Full();
        var job = new ExportJob(
            Guid.NewGuid().ToString("N"), export, file, told.Count, told.Noted.Reason ?? "", clock.GetUtcNow());
        await trail.Append(Entry(told.Noted, "list-export-asked", job), cancellation);
        return await store.Add(ExportWishes.Store(job), (CountMax, CountMaxOfPerson), cancellation)
            ? new(job)
            : Full();
    }

    /// <summary>Agrees, and begins to write as soon as it is its turn.</summary>
    public async Task<Reply<ExportJob>> Agree(
        Caller caller, string id, AuditEntry noted, CancellationToken cancellation)
    {
        var decided = await Decide(caller, id, ("list-export-agreed", true), noted, cancellation);
        if (decided.Value is not null)
            writer.Wake();
        return decided;
    }

    /// <summary>Says no.</summary>
    public Task<Reply<ExportJob>> Reject(
        Caller caller, string id, AuditEntry noted, CancellationToken cancellation) =>
        Decide(caller, id, ("list-export-rejected", false), noted, cancellation);

    /// <summary>Ends a job of one's own, whatever it is at: what is written of it is gone.</summary>
    public async Task<bool> End(Caller caller, string id, CancellationToken cancellation)
    {
        if (!await store.Drop(id, caller.PersonId, cancellation))
            return false;
        writer.Forget(id); // Another program that has it finds out when it next says so.
        return true;
    }

    /// <summary>Has a file of one's own that is with another program written here; false where there is none.</summary>
    public async Task<bool> Fetch(Caller caller, string id, CancellationToken cancellation)
    {
        if (!await store.Renew(id, caller.PersonId, cancellation))
            return false;
        writer.Wake();
        return true;
    }

    /// <summary>
    /// A file that is here, for who asked for it and still may see as much as then; null for everybody else.
    /// </summary>
    public async Task<(ExportJob Job, Stream Bytes)?> Open(Caller caller, string id, CancellationToken cancellation)
    {
        if (await Find(id, cancellation) is not { State: ExportState.Done } job || job.MakerId != caller.PersonId
            || !Covers(caller, job) || !MaySee(caller, job.Export.List) || !ListExport.Allows(caller, long.MaxValue))
        {
            return null;
        }
        return writer.Find(id)?.Read() is { } bytes ? (job, bytes) : null;
    }

    /// <summary>Whether the person may say yes or no: another one, who may see all of it.</summary>
    public static bool MayDecide(Caller caller, ExportJob job) =>
        caller.PersonId != job.MakerId && ListExport.Allows(caller, long.MaxValue)
        && MaySee(caller, job.Export.List) && Covers(caller, job);

    private async Task<Reply<ExportJob>> Decide(
        Caller caller, string id, (string Action, bool IsApproved) what, AuditEntry noted,
        CancellationToken cancellation)
    {
        if (await Find(id, cancellation) is not { State: ExportState.Waiting } asked)
            return No(ProblemCode.NothingAsked, "It was decided or ended, or a day has gone by.");
        if (caller.PersonId == asked.MakerId)
            return No("second-person-needed", "You asked for this file; another person agrees to it.");
        if (!MayDecide(caller, asked))
            return No(ProblemCode.NotPermitted, "Who agrees must be allowed to see all of it.");
        await trail.Append(Entry(noted, what.Action, asked), cancellation);
        // Two may say so in the same moment: the first one did.
        return await store.Decide(id, what.IsApproved, caller.PersonId, cancellation)
            ? new(asked with
            {
                State = what.IsApproved ? ExportState.Approved : ExportState.Rejected,
                DecidedBy = caller.PersonId,
            })
            : No(ProblemCode.NothingAsked, "Somebody else decided in the same moment.");
    }

    private async Task<ExportJob?> Find(string id, CancellationToken cancellation) =>
        (await All(cancellation)).FirstOrDefault(job => job.Id == id);

    private async Task<IEnumerable<ExportJob>> All(CancellationToken cancellation)
    {
        var until = clock.GetUtcNow() - ExportWriter.KeptFor;
        return (await store.List(cancellation))
            .Select(wishes.Read).OfType<ExportJob>()
            .Where(job => (job.EndedAt is null && job.IsMoving) || (job.EndedAt ?? job.AskedAt) > until)
            .Select(job => writer.Find(job.Id) is { } held
                ? job with { IsHere = true, WrittenCount = held.Count }
                : job);
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

    private static Reply<ExportJob> Full() =>
        No(ProblemCode.TooManyRequests, "Too many files are kept: end one of yours first.");

    private static Reply<ExportJob> No(string code, string detail) => Reply<ExportJob>.No(code, detail);
}
