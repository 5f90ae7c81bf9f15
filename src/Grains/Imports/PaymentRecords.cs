using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Cash;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Cash;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Mapping;
using BillingActors.Grains.MasterData;
using BillingActors.Storage.Accounts;
using BillingActors.Storage.Cash;
using BillingActors.Storage.Imports;
using Microsoft.Extensions.DependencyInjection;
using NodaTime;

namespace BillingActors.Grains.Imports;

/// <summary>
/// Books the payments of a batch: those of an account together, those of no known account as unidentified cash. Each is
/// safe to repeat, by the source and the id it gave.
/// </summary>
internal sealed class PaymentRecords(
    PaymentPages pages,
    IUnidentifiedCashStore unidentified,
    MasterCatalogue catalogue,
    [FromKeyedServices(BillingClock.Key)] TimeProvider clock)
{
    private const int AttemptCountMax = 8;

    private const string HeldElsewhere = "This payment came before for another account.";

    public async Task<EnteredRecords> Apply(
        string importId, ImmutableArray<ImportItem> items, CancellationToken cancellation)
    {
        var rows = items.Where(item => item.Payment is not null)
            .Select(item => new PaymentRow(
                item, string.Create(CultureInfo.InvariantCulture, $"{importId}.{item.Payment!.Line}")))
            .ToList();
        await Enter(importId, rows, cancellation);
        var sound = rows.Where(row => row.Problem is null).ToList();
        var stored = sound.Count(row => row.IsStored);
        return new EnteredRecords(
            stored,
            0,
            sound.Count - stored,
            [.. rows.Where(row => row.Problem is not null).Select(row => new RejectedRecord(row.Item, row.Problem!))]);
    }

    /// <summary>Books payments of a batch, and says of each what became of it.</summary>
    public async Task Enter(string batchId, IReadOnlyList<PaymentRow> rows, CancellationToken cancellation)
    {
        foreach (var group in rows.GroupBy(row => row.Entry.EntityId, StringComparer.Ordinal))
            await EnterAt(batchId, [.. group], cancellation);
    }

    private async Task EnterAt(string batchId, List<PaymentRow> rows, CancellationToken cancellation)
    {
        var entityId = rows[0].Entry.EntityId;
        if (await catalogue.EntityWithCash(entityId, cancellation) is not var (entity, policy))
        {
            foreach (var row in rows)
                row.Refuse("entity", "entity-unknown", $"There is no legal entity '{entityId}'.");
            return;
        }
        var at = clock.GetUtcNow();
        var context = new CommandContext(
            batchId, new Actor(ActorKind.Import, batchId), "import", Instant.FromDateTimeOffset(at));
        var desk = new PaymentBatchDesk(context, entity.Zone, policy, CashDeskTerms.DayAt(at, entity.Zone));
        for (var attempt = 1; attempt <= AttemptCountMax; attempt++)
        {
            try
            {
                await Park(await Book(entityId, rows, desk, cancellation), desk.BookedOn, cancellation);
                return;
            }
            catch (ReceiptHeldException)
            {
                // Somebody else was told of the same money and was faster: the next look finds who has it.
            }
        }
        foreach (var row in rows.Where(row => !row.IsStored))
            row.Refuse("account", "stale-version", "The account kept changing; drive the record again.");
    }

    /// <summary>Books what has an account and is held nowhere else; answers what is unidentified.</summary>
    private async Task<List<PaymentRow>> Book(
        string entityId, List<PaymentRow> rows, PaymentBatchDesk desk, CancellationToken cancellation)
    {
        // What waits unidentified is not booked a second time because its account has been opened since.
        var known = await unidentified.Known(
            entityId, [.. rows.Select(row => row.Entry.Payment.ReceiptId)], cancellation);
        var fresh = rows.Where(row => !known.Contains(row.Entry.Payment.ReceiptId)).ToList();
        await RefuseHeldElsewhere(entityId, fresh, cancellation);
        var homeless = await pages.Enter([.. fresh.Where(row => row.Problem is null)], desk, cancellation);
        homeless.AddRange(rows.Where(row => known.Contains(row.Entry.Payment.ReceiptId)));
        return homeless;
    }

    // A payment that is told again for another account is the same money: two accounts must not both have it.
    private async Task RefuseHeldElsewhere(string entityId, List<PaymentRow> rows, CancellationToken cancellation)
    {
        var held = (await unidentified.Holders(
            entityId, [.. rows.Select(row => row.Entry.Payment.ReceiptId)], cancellation))
            .ToLookup(receipt => (receipt.ReceiptId, receipt.Source), receipt => receipt.AccountId);
        var told = new Dictionary<(string ReceiptId, string Source), string?>();
        foreach (var row in rows)
        {
            var (payment, accountId) = (row.Entry.Payment, row.Entry.AccountId);
            var money = (payment.ReceiptId, payment.Source);
            var holder = held[money].Contains(accountId, StringComparer.Ordinal)
                ? accountId
                : held[money].FirstOrDefault(accountId);
            if (holder != accountId || (!told.TryAdd(money, accountId) && told[money] != accountId))
                row.Refuse("account", "receipt-exists", HeldElsewhere);
        }
    }

    private async Task Park(List<PaymentRow> rows, LocalDate bookedOn, CancellationToken cancellation)
    {
        foreach (var row in rows)
            PaymentPages.Check(row);
        var sound = rows.Where(row => row.Problem is null).ToList();
        if (sound.Count == 0)
            return;
        var added = await unidentified.Add(
            [.. sound.Select(row => new UnidentifiedCash(
                row.Entry.EntityId, row.Entry.AccountId, row.Entry.Payment, bookedOn.ToWire()))],
            cancellation);
        for (var i = 0; i < sound.Count; i++)
        {
            sound[i].Decided(isNew: added[i] == AddedCash.Added);
            sound[i].Stored();
            if (added[i] == AddedCash.Held)
                sound[i].Refuse("account", "receipt-exists", HeldElsewhere);
            else if (added[i] == AddedCash.Conflicting)
                sound[i].Refuse("payment_id", "receipt-exists", "The payment came before with another content.");
        }
    }
}
