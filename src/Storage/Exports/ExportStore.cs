using System.Collections.Immutable;
using System.Text;
using BillingActors.Storage.Privacy;
using BillingActors.Storage.Sqlite;

namespace BillingActors.Storage.Exports;

/// <summary>Seals what is wanted with the group's key, in the place of its job and maker alone.</summary>
internal sealed class ExportStore(IExportTable table, KeyRing keys) : IExportStore
{
    public async Task<bool> Add(StoredExport job, (int All, int OfMaker) countMax, CancellationToken cancellation)
    {
        var wish = PersonalDataCipher.Encrypt(await Key(cancellation), Encoding.UTF8.GetBytes(job.Wish), Place(job));
        return await table.Run(
            ExportSql.Insert,
            [job.JobId, job.MakerId, Microseconds.Of(job.AskedAt), wish, (long)countMax.All, (long)countMax.OfMaker],
            cancellation) == 1;
    }

    public async Task<ImmutableArray<StoredExport>> List(CancellationToken cancellation)
    {
        var key = await Key(cancellation);
        return [.. (await table.List(cancellation)).Select(row => Open(row, key)).OfType<StoredExport>()];
    }

    public async Task<bool> Decide(string jobId, bool isApproved, string personId, CancellationToken cancellation)
    {
        var state = isApproved ? ExportState.Approved : ExportState.Rejected;
        return await table.Run(ExportSql.Decide, [jobId, state, personId], cancellation) == 1;
    }

    public async Task<StoredExport?> Claim(ExportHolder holder, CancellationToken cancellation)
    {
        // Nearly always nobody has asked for anything, and then nothing is written.
        if ((await table.List(cancellation)).IsEmpty)
            return null;
        var (now, until) = (Microseconds.Of(holder.Now), Microseconds.Of(holder.Until));
        var most = (long)ExportSql.AttemptCountMax;
        await table.Run(ExportSql.GiveUp, [now, most], cancellation);
        return await table.Claim([holder.HolderId, now, until, most], cancellation) is [var row, ..]
            ? Open(row, await Key(cancellation))
            : null;
    }

    public async Task<bool> Keep(
        string jobId, ExportHolder holder, long writtenCount, CancellationToken cancellation) => await table.Run(
        ExportSql.Keep, [jobId, holder.HolderId, Microseconds.Of(holder.Until), writtenCount], cancellation) == 1;

    public async Task<bool> Finish(
        string jobId, ExportHolder holder, long writtenCount, CancellationToken cancellation) => await table.Run(
        ExportSql.Finish,
        [jobId, holder.HolderId, Microseconds.Of(holder.Until), writtenCount, Microseconds.Of(holder.Now)],
        cancellation) == 1;

    public Task Fail(string jobId, ExportHolder holder, CancellationToken cancellation) =>
        table.Run(ExportSql.Fail, [jobId, holder.HolderId, Microseconds.Of(holder.Now)], cancellation);

    public async Task<bool> Renew(string jobId, string makerId, CancellationToken cancellation) =>
        await table.Run(ExportSql.Renew, [jobId, makerId], cancellation) == 1;

    public Task Release(ExportHolder holder, CancellationToken cancellation) =>
        table.Run(ExportSql.Release, [holder.HolderId], cancellation);

    public async Task<bool> Drop(string jobId, string makerId, CancellationToken cancellation) =>
        await table.Run(ExportSql.Drop, [jobId, makerId], cancellation) == 1;

    public async Task<int> DropBefore(DateTimeOffset at, CancellationToken cancellation) =>
        (await table.List(cancellation)).IsEmpty
            ? 0
            : await table.Run(ExportSql.DropBefore, [Microseconds.Of(at)], cancellation);

    // Sealed with a key that is no more: nobody can say what was wanted, and it goes after its day.
    private static StoredExport? Open((StoredExport Job, byte[] Wish) row, byte[] key)
    {
        try
        {
            var clear = PersonalDataCipher.Decrypt(key, row.Wish, Place(row.Job));
            return row.Job with { Wish = Encoding.UTF8.GetString(clear) };
        }
        catch (PersonalDataKeyException)
        {
            return null;
        }
    }

    private static string Place(StoredExport job) => $"export/{job.JobId}/{job.MakerId}";

    private Task<byte[]> Key(CancellationToken cancellation) => keys.EntityKey(KeyRing.Group, cancellation);
}
