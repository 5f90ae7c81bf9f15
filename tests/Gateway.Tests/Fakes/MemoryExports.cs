using System.Collections.Immutable;
using BillingActors.Storage.Exports;

namespace BillingActors.Gateway.Tests.Fakes;

/// <summary>Long exports in memory, which outlive the programs of a test.</summary>
internal sealed class MemoryExports : IExportStore
{
    private readonly Lock _gate = new();
    private readonly Dictionary<string, (StoredExport Job, DateTimeOffset? Until)> _jobs = new(StringComparer.Ordinal);

    public Task<bool> Add(StoredExport job, (int All, int OfMaker) countMax, CancellationToken cancellation)
    {
        lock (_gate)
            return Task.FromResult(_jobs.TryAdd(job.JobId, (job, null)));
    }

    public Task<ImmutableArray<StoredExport>> List(CancellationToken cancellation)
    {
        lock (_gate)
        {
            return Task.FromResult<ImmutableArray<StoredExport>>(
                [.. _jobs.Values.Select(one => one.Job).OrderByDescending(job => job.AskedAt)]);
        }
    }

    public Task<bool> Decide(string jobId, bool isApproved, string personId, CancellationToken cancellation) => Become(
        jobId, job => job.State == ExportState.Waiting,
        job => (job with
        {
            State = isApproved ? ExportState.Approved : ExportState.Rejected,
            DecidedBy = personId,
        }, null));

    public Task<StoredExport?> Claim(ExportHolder holder, CancellationToken cancellation)
    {
        lock (_gate)
        {
            var free = _jobs.Values.FirstOrDefault(one => one.Job.State == ExportState.Approved
                || (one.Job.HolderId is not null && one.Until < holder.Now));
            if (free.Job is not { } job)
                return Task.FromResult<StoredExport?>(null);
            job = job with { State = ExportState.Working, HolderId = holder.HolderId, WrittenCount = 0 };
            _jobs[job.JobId] = (job, holder.Until);
            return Task.FromResult<StoredExport?>(job);
        }
    }

    public Task<bool> Keep(string jobId, ExportHolder holder, long writtenCount, CancellationToken cancellation) =>
        Become(
            jobId, job => job.HolderId == holder.HolderId,
            job => (job with { WrittenCount = writtenCount }, holder.Until));

    public Task<bool> Finish(string jobId, ExportHolder holder, long writtenCount, CancellationToken cancellation) =>
        Become(
            jobId, job => job.HolderId == holder.HolderId,
            job => (job with
            {
                State = ExportState.Done,
                WrittenCount = writtenCount,
                EndedAt = job.EndedAt ?? holder.Now,
            }, holder.Until));

    public Task Fail(string jobId, ExportHolder holder, CancellationToken cancellation) => Become(
        jobId, job => job.HolderId == holder.HolderId,
        job => (job with { State = ExportState.Failed, HolderId = null, EndedAt = holder.Now }, null));

    public Task<bool> Renew(string jobId, string makerId, CancellationToken cancellation) => Become(
        jobId, job => job.MakerId == makerId && job.State == ExportState.Done,
        job => (job with { State = ExportState.Approved, HolderId = null }, null));

    public Task Release(ExportHolder holder, CancellationToken cancellation)
    {
        lock (_gate)
        {
            foreach (var (job, _) in _jobs.Values.Where(one => one.Job.HolderId == holder.HolderId).ToList())
                _jobs[job.JobId] = (job with { State = ExportState.Approved, HolderId = null }, null);
        }
        return Task.CompletedTask;
    }

    public Task<bool> Drop(string jobId, string makerId, CancellationToken cancellation)
    {
        lock (_gate)
            return Task.FromResult(_jobs.GetValueOrDefault(jobId).Job?.MakerId == makerId && _jobs.Remove(jobId));
    }

    public Task<int> DropBefore(DateTimeOffset at, CancellationToken cancellation)
    {
        lock (_gate)
        {
            return Task.FromResult(_jobs.Values.ToList().Count(one =>
                (one.Job.EndedAt ?? one.Job.AskedAt) <= at && _jobs.Remove(one.Job.JobId)));
        }
    }

    private Task<bool> Become(
        string jobId, Func<StoredExport, bool> may,
        Func<StoredExport, (StoredExport, DateTimeOffset?)> change)
    {
        lock (_gate)
        {
            if (!_jobs.TryGetValue(jobId, out var known) || !may(known.Job))
                return Task.FromResult(false);
            _jobs[jobId] = change(known.Job);
            return Task.FromResult(true);
        }
    }
}
