using System.Collections.Immutable;
using System.Text.Json;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Storage.MasterData;
using NodaTime;

namespace BillingActors.Storage.Reports;

/// <summary>
/// Tells requests that wait from those that are expired. The database leaves out what is so anywhere on earth; the rest
/// goes by the day at its legal entity.
/// </summary>
internal sealed class ApprovalInbox(IReports reports, IMasterDataStore records) : IApprovalInbox
{
    private const int ReadCountMin = 100;

    // The last and the first place on earth where a day begins.
    private static readonly TimeSpan Behind = TimeSpan.FromHours(12);
    private static readonly TimeSpan Ahead = TimeSpan.FromHours(14);

    public async Task<ImmutableArray<ApprovalRow>> Rows(
        EntityScope scope, ApprovalFilter filter, string afterKey, int countMax, CancellationToken cancellation)
    {
        var found = ImmutableArray.CreateBuilder<ApprovalRow>();
        var days = new Dictionary<string, DateOnly>(StringComparer.Ordinal);
        var readCount = Math.Max(countMax, ReadCountMin);
        while (true)
        {
            var read = await reports.Approvals(scope, LastDays(filter), afterKey, readCount, cancellation);
            foreach (var row in read)
            {
                if (!days.TryGetValue(row.EntityId, out var today))
                    days.Add(row.EntityId, today = await Today(row.EntityId, filter.At, cancellation));
                if (row.ExpiresOn < today == filter.IsExpired && (filter.Action is null || filter.Action == row.Action))
                    found.Add(row);
                if (found.Count == countMax)
                    return found.DrainToImmutable();
            }
            if (read.Length < readCount)
                return found.DrainToImmutable();
            afterKey = $"{read[^1].EntityId}/{read[^1].AccountId}/{read[^1].RequestId}";
        }
    }

    private static (DateOnly First, DateOnly Last) LastDays(ApprovalFilter filter) => filter.IsExpired
        ? (DateOnly.MinValue, DateOnly.FromDateTime((filter.At + Ahead).UtcDateTime).AddDays(-1))
        : (DateOnly.FromDateTime((filter.At - Behind).UtcDateTime), DateOnly.MaxValue);

    private async Task<DateOnly> Today(string entityId, DateTimeOffset at, CancellationToken cancellation)
    {
        var zone = await records.Newest(MasterKind.LegalEntity, entityId, cancellation) is { } record
            ? DateTimeZoneProviders.Tzdb[
                JsonSerializer.Deserialize<Entity>(record.Body.Span, JsonSerializerOptions.Web)!.Zone]
            : DateTimeZone.Utc;
        return Instant.FromDateTimeOffset(at).InZone(zone).Date.ToDateOnly();
    }

    /// <summary>What is read of a legal entity.</summary>
    private sealed record Entity(string Zone);
}
