using System.Collections.Immutable;
using System.Text.Json;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Storage.Ledger;
using BillingActors.Storage.MasterData;
using NodaTime;

namespace BillingActors.Storage.Reports;

/// <summary>Reads calendars from the newest records of cycles, and counts their accounts by key.</summary>
internal sealed class CycleLoad(IMasterDataStore records, IBooksReader reader) : ICycleLoad
{
    private const int YearsAhead = 2;

    private const string SelectCount = """
        select count(*) from (select 1 from account where cycle_id = $1 and status = 1 limit $2) counted
        """;

    public async Task<ImmutableArray<CycleDay>> Days(
        EntityScope scope, (DateOnly From, DateOnly Until) days, CancellationToken cancellation)
    {
        var cycles = (await records.List(MasterKind.BillCycle, "", ICycleLoad.CycleCountMax, cancellation))
            .Select(record => JsonSerializer.Deserialize<BillCycleRecord>(
                record.Body.Span, JsonSerializerOptions.Web)!)
            .Where(cycle => scope.Allows(cycle.EntityId))
            .Select(cycle => (Cycle: cycle, Ends: EndsOf(cycle, days).ToList()))
            .Where(one => one.Ends.Count > 0)
            .ToList();
        return await reader.Read<ImmutableArray<CycleDay>>(
            books =>
            [
                .. cycles.SelectMany(one =>
                {
                    var count = books.Read(
                        SelectCount, row => row.GetInt64(0), one.Cycle.Id, ICycleLoad.AccountCountMax + 1).First();
                    return one.Ends.Select(on => new CycleDay(
                        on, one.Cycle.EntityId, one.Cycle.Id, one.Cycle.Name,
                        Math.Min(count, ICycleLoad.AccountCountMax), count > ICycleLoad.AccountCountMax));
                }).OrderBy(day => day.On).ThenBy(day => day.CycleId, StringComparer.Ordinal),
            ],
            cancellation);
    }

    public async Task<DateOnly?> NextEnd(string cycleId, DateOnly from, CancellationToken cancellation)
    {
        if (await records.Newest(MasterKind.BillCycle, cycleId, cancellation) is not { } record)
            return null;
        var cycle = JsonSerializer.Deserialize<BillCycleRecord>(record.Body.Span, JsonSerializerOptions.Web)!;
        var ends = EndsOf(cycle, (from, from.AddYears(YearsAhead))).Take(1).ToList();
        return ends.Count == 0 ? null : ends[0];
    }

    private static IEnumerable<DateOnly> EndsOf(BillCycleRecord cycle, (DateOnly From, DateOnly Until) days)
    {
        var calendar = new BillingCalendar(
            cycle.AnchorDay, cycle.Months, [.. cycle.Boundaries.Select(LocalDate.FromDateOnly)], cycle.AnchorMonth);
        for (var day = days.From; day < days.Until; day = day.AddDays(1))
        {
            if (calendar.EndingOn(LocalDate.FromDateOnly(day)) is not null)
                yield return day;
        }
    }
}
