using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.MasterData;
using BillingActors.Storage.Imports;
using BillingActors.Storage.MasterData;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace BillingActors.Grains.Imports;

/// <summary>
/// Enters rows of customers and contracts: customer, service point with its meter, account, contract. Each row is safe
/// to
/// repeat; a row that does not fit what is there waits in the worklist and leaves the rest alone.
/// </summary>
internal sealed class ContractRecords(
    MasterEntries master,
    AccountEntries accounts,
    MasterCatalogue catalogue,
    [FromKeyedServices(BillingClock.Key)] TimeProvider clock)
{
    private const int AttemptCountMax = 4;

    public async Task<EnteredRecords> Apply(
        string importId, ImmutableArray<ImportItem> items, CancellationToken cancellation)
    {
        var context = new CommandContext(
            importId, new Actor(ActorKind.Import, importId), "import", Instant.FromDateTimeOffset(clock.GetUtcNow()));
        for (var attempt = 1; ; attempt++)
        {
            var rows = items.Where(item => item.Contract is not null).Select(item => new EntryRow(item)).ToList();
            try
            {
                await CheckReferences(rows, cancellation);
                await master.Enter([.. rows.Where(row => row.Problem is null)], context, cancellation);
                await accounts.Enter([.. rows.Where(row => row.Problem is null)], context, cancellation);
                return Count(rows);
            }
            catch (StaleRecordException) when (attempt < AttemptCountMax)
            {
                // Somebody changed a record in between: look again.
            }
        }
    }

    private async Task CheckReferences(List<EntryRow> rows, CancellationToken cancellation)
    {
        var tariffs = await catalogue.Tariffs(
            rows.Select(row => row.Entry.TariffId).ToHashSet(StringComparer.Ordinal), cancellation);
        foreach (var group in rows.GroupBy(row => (row.Entry.EntityId, row.Entry.CycleId)))
        {
            var entity = await catalogue.Entity(group.Key.EntityId, cancellation);
            var cycle = await catalogue.Cycle(group.Key.CycleId, cancellation);
            foreach (var row in group)
            {
                if (entity is null)
                    row.Refuse("entity", "entity-unknown", $"There is no legal entity '{row.Entry.EntityId}'.");
                else if (cycle is null || cycle.EntityId != entity.Id)
                    row.Refuse("cycle", "cycle-unknown", $"The entity has no bill cycle '{row.Entry.CycleId}'.");
                else if (!tariffs.ContainsKey(row.Entry.TariffId))
                    row.Refuse("tariff", "tariff-unknown", $"There is no tariff '{row.Entry.TariffId}'.");
            }
        }
    }

    private static EnteredRecords Count(List<EntryRow> rows)
    {
        var sound = rows.Where(row => row.Problem is null).ToList();
        var stored = sound.Count(row => row.IsStored);
        var corrected = sound.Count(row => row is { IsStored: false, IsCorrected: true });
        return new EnteredRecords(
            stored,
            corrected,
            sound.Count - stored - corrected,
            [.. rows.Where(row => row.Problem is not null).Select(row => new RejectedRecord(row.Item, row.Problem!))]);
    }
}
