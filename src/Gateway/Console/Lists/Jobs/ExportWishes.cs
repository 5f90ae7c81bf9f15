using System.Text.Json;
using BillingActors.Gateway.Auth;
using BillingActors.Storage.Exports;
using BillingActors.Storage.Reports;
using Microsoft.AspNetCore.WebUtilities;

namespace BillingActors.Gateway.Console.Lists.Jobs;

/// <summary>Between a job and what is stored of it.</summary>
internal sealed class ExportWishes(IEnumerable<IDeskList> lists)
{
    /// <summary>What is stored of a job that is asked for.</summary>
    public static StoredExport Store(ExportJob job) => new(
        job.Id,
        job.MakerId,
        job.AskedAt,
        JsonSerializer.Serialize(new ExportWish(
            job.Export.List.Name, job.File.Name, job.Filter, job.Count, job.Reason, job.Export.Caller.Roles,
            job.Export.Caller.Scope.Entities)));

    /// <summary>The job; null where another version wrote it, or there is no such list any more.</summary>
    public ExportJob? Read(StoredExport stored)
    {
        if (WishOf(stored) is not { Roles.IsDefault: false, Entities.IsDefault: false } wish
            || lists.FirstOrDefault(list => list.Name == wish.List) is not { } list
            || ListFile.All.FirstOrDefault(file => file.Name == wish.File) is not { } file)
        {
            return null;
        }
        var maker = new Caller(stored.MakerId, wish.Roles, new EntityScope(wish.Entities));
        var query = ListQuery.Of(new QueryCollection(QueryHelpers.ParseQuery(wish.Query)));
        return new ExportJob(
            stored.JobId, new ListExport(list, maker, query), file, wish.Count, wish.Reason, stored.AskedAt)
        {
            State = stored.State,
            DecidedBy = stored.DecidedBy,
            WrittenCount = stored.WrittenCount,
            EndedAt = stored.EndedAt,
        };
    }

    private static ExportWish? WishOf(StoredExport stored)
    {
        try
        {
            return JsonSerializer.Deserialize<ExportWish>(stored.Wish);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
