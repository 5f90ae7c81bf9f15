using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Grains.Mapping;
using BillingActors.Grains.MasterData;
using BillingActors.Storage.MasterData;

namespace BillingActors.Grains.Imports;

/// <summary>Enters the customers and service points of a batch of rows in one transaction.</summary>
internal sealed class MasterEntries(IMasterDataStore store)
{
    public async Task Enter(IReadOnlyList<EntryRow> rows, CommandContext context, CancellationToken cancellation)
    {
        var changes = new Dictionary<(MasterKind, string), MasterChange>();
        var customers = await Newest(MasterKind.Customer, rows.Select(row => row.Entry.CustomerId), cancellation);
        var points = await Newest(MasterKind.ServicePoint, rows.Select(row => row.Entry.ServicePointId), cancellation);
        foreach (var row in rows)
        {
            Take(row, CustomerOf(row.Entry), customers, changes, context);
            var known = points.GetValueOrDefault(row.Entry.ServicePointId)?.Content.ServicePoint;
            if (ServicePointOf(row, known) is { } point)
                Take(row, new MasterContent(ServicePoint: point), points, changes, context);
        }
        if (changes.Count > 0)
            await store.Append([.. changes.Values], cancellation);
    }

    private async Task<Dictionary<string, Known>> Newest(
        MasterKind kind, IEnumerable<string> ids, CancellationToken cancellation) =>
        (await store.NewestOf(kind, ids.ToHashSet(StringComparer.Ordinal), cancellation)).ToDictionary(
            record => record.Id,
            record => new Known(MasterJson.Read(kind, record.Body.Span), record.Body, record.Version),
            StringComparer.Ordinal);

    private static void Take(
        EntryRow row,
        MasterContent content,
        Dictionary<string, Known> known,
        Dictionary<(MasterKind, string), MasterChange> changes,
        CommandContext context)
    {
        var kind = content.Customer is not null ? MasterKind.Customer : MasterKind.ServicePoint;
        var id = content.Customer?.Id ?? content.ServicePoint!.Id;
        if (MasterChecks.Find(kind, id, content) is { } wrong)
        {
            row.Refuse(kind == MasterKind.Customer ? "customer" : "service_point", wrong.Code, wrong.Detail);
            return;
        }
        var body = MasterJson.Write(content);
        var before = known.GetValueOrDefault(id);
        if (before is not null && before.Body.Span.SequenceEqual(body))
            return;
        if (before is null)
            row.Stored();
        else
            row.Corrected();
        var isPending = changes.ContainsKey((kind, id));
        var version = isPending ? before!.Version : (before?.Version ?? 0) + 1;
        var record = new MasterRecord(
            kind, id, row.Entry.EntityId, version, row.Entry.StartsOn.ToDomain(), body, context);
        known[id] = new Known(content, body, version);
        changes[(kind, id)] = new MasterChange(record, MasterKinds.TermsOf(content));
    }

    private static MasterContent CustomerOf(ContractEntry entry)
    {
        var contacts = ImmutableArray.CreateBuilder<CustomerContact>();
        foreach (var (kind, value) in new[] { ("email", entry.Email), ("phone", entry.Phone), ("post", entry.Address) })
        {
            if (!string.IsNullOrWhiteSpace(value))
                contacts.Add(new CustomerContact(kind, value));
        }
        return new(Customer: new CustomerRecord(entry.CustomerId, entry.EntityId, entry.Name, contacts.ToImmutable()));
    }

    // An exchange of meters needs both reads and is entered at the service point itself, never guessed from a row.
    private static ServicePointRecord? ServicePointOf(EntryRow row, ServicePointRecord? known)
    {
        var entry = row.Entry;
        if (known is null)
            return new ServicePointRecord(entry.ServicePointId, entry.EntityId, [MeterOf(entry, null)]);
        if (known.EntityId != entry.EntityId)
        {
            row.Refuse("service_point", "service-point-taken", "The service point belongs to another legal entity.");
            return null;
        }
        var others = known.Meters.Where(meter => meter.Serial != entry.MeterSerial && meter.RemovedOn is null);
        if (others.Any(meter => Has(meter, entry.Channel)))
        {
            row.Refuse("meter", "meter-conflict", $"Another meter at the service point has '{entry.Channel}'.");
            return null;
        }
        var same = known.Meters.FirstOrDefault(meter => meter.Serial == entry.MeterSerial);
        if (same is not null && Has(same, entry.Channel))
            return null;
        var meter = MeterOf(entry, same);
        return known with
        {
            Meters = same is null ? known.Meters.Add(meter) : known.Meters.Replace(same, meter),
        };
    }

    private static bool Has(MeterRecord meter, string channel) =>
        meter.Channels.Any(c => c.Id == channel) || meter.Registers.Any(r => r.Id == channel);

    private static MeterRecord MeterOf(ContractEntry entry, MeterRecord? known)
    {
        var meter = known ?? new MeterRecord(entry.MeterSerial, entry.StartsOn, null, [], []);
        return entry.Measure == "register"
            ? meter with
            {
                Registers = meter.Registers.Add(
                    new(entry.Channel, entry.Unit, entry.Direction, entry.Digits, entry.Multiplier)),
            }
            : meter with
            {
                Channels = meter.Channels.Add(
                    new(entry.Channel, entry.Unit, entry.Direction, entry.IntervalMinutes, entry.OffsetMinutes)),
            };
    }

    private sealed record Known(MasterContent Content, ReadOnlyMemory<byte> Body, long Version);
}
