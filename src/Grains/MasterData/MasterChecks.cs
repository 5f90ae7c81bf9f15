using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Mapping;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Storage.MasterData;
using NodaTime;

namespace BillingActors.Grains.MasterData;

/// <summary>Whether a master record is whole before it is stored: the first thing wrong, with its path and rule.</summary>
internal static class MasterChecks
{
    /// <summary>Null when the record may be stored.</summary>
    public static Refusal? Find(MasterKind kind, string id, MasterContent content)
    {
        if (!Refusals.IsId(id))
            return Refusals.IdInvalid;
        return kind switch
        {
            MasterKind.LegalEntity => Same(id, content.LegalEntity?.Id) ?? Check(content.LegalEntity!),
            MasterKind.Customer => Same(id, content.Customer?.Id) ?? Check(content.Customer!),
            MasterKind.ServicePoint => Same(id, content.ServicePoint?.Id) ?? Check(content.ServicePoint!),
            MasterKind.BillCycle => Same(id, content.BillCycle?.Id) ?? Check(content.BillCycle!),
            _ => Same(id, content.Tariff?.Id) ?? CheckTariff(content),
        };
    }

    private static Refusal? Same(string id, string? named) =>
        named == id ? null : Invalid("id", $"the record is named '{named}' but was sent to '{id}'");

    private static Refusal? Check(LegalEntityRecord record) =>
        !Currency.IsCode(record.Currency) ? Invalid("currency", "three capital letters of ISO 4217")
        : DateTimeZoneProviders.Tzdb.GetZoneOrNull(record.Zone) is null ? Invalid("zone", "an IANA time zone")
        : string.IsNullOrWhiteSpace(record.Name) ? Invalid("name", "not empty")
        : !Refusals.IsId(record.InvoiceSeries) || record.InvoiceSeries.Length > 16 ? Invalid("invoiceSeries", "1 to 16 letters or digits")
        : null;

    private static Refusal? Check(CustomerRecord record) =>
        string.IsNullOrWhiteSpace(record.Name) || record.Name.Length > 200 ? Invalid("name", "1 to 200 characters")
        : !Refusals.IsId(record.EntityId) ? Invalid("entityId", "an id")
        : record.Contacts.IsDefault ? Invalid("contacts", "a list")
        : record.Contacts.Any(c => c.Kind is not ("phone" or "email" or "post")) ? Invalid("contacts", "kinds are phone, email and post")
        : record.Contacts.Any(c => string.IsNullOrWhiteSpace(c.Value) || c.Value.Length > 400) ? Invalid("contacts", "1 to 400 characters")
        : null;

    private static Refusal? Check(BillCycleRecord record) =>
        !Refusals.IsId(record.EntityId) ? Invalid("entityId", "an id")
        : record.AnchorDay is < 1 or > 31 ? Invalid("anchorDay", "1 to 31")
        : record.Months is < 1 or > 12 ? Invalid("months", "1 to 12")
        : record.ReadWindowDays is < 0 or > 31 ? Invalid("readWindowDays", "0 to 31")
        : record.HighUseFactor < 0 || record.LowUseFactor < 0 ? Invalid("highUseFactor", "not negative")
        : record.Boundaries.IsDefault ? Invalid("boundaries", "a list")
        : record.Boundaries.Length == 1 || !IsRising(record.Boundaries) ? Invalid("boundaries", "at least two days, each after the one before")
        : null;

    private static Refusal? Check(ServicePointRecord record)
    {
        if (!Refusals.IsId(record.EntityId))
            return Invalid("entityId", "an id");
        if (record.Meters.IsDefaultOrEmpty)
            return Invalid("meters", "at least one meter");
        for (var m = 0; m < record.Meters.Length; m++)
        {
            if (Check(record.Meters[m], $"meters[{m}]") is { } wrong)
                return wrong;
        }
        return null;
    }

    private static Refusal? Check(MeterRecord meter, string path)
    {
        if (string.IsNullOrWhiteSpace(meter.Serial) || meter.Serial.Length > 64)
            return Invalid($"{path}.serial", "1 to 64 characters");
        if (meter.RemovedOn is { } removed && removed <= meter.InstalledOn)
            return Invalid($"{path}.removedOn", "after the day of installation");
        if (meter.Registers.IsDefault || meter.Channels.IsDefault || meter.Registers.Length + meter.Channels.Length == 0)
            return Invalid(path, "at least one register or channel");
        if (meter.Registers.Any(r => r.Digits is < 1 or > 15 || r.Multiplier <= 0 || !IsDirection(r.Direction) || !Refusals.IsId(r.Id)))
            return Invalid($"{path}.registers", "an id, 1 to 15 digits, a positive multiplier, and import or export");
        if (meter.Channels.Any(c => !IsInterval(c.IntervalMinutes) || !IsDirection(c.Direction) || !Refusals.IsId(c.Id)))
            return Invalid($"{path}.channels", "an id, an interval that divides a day, and import or export");
        return meter.Channels.Any(c => c.OffsetMinutes is < -720 or > 840)
            ? Invalid($"{path}.channels", "an offset of -720 to 840 minutes")
            : null;
    }

    private static Refusal? CheckTariff(MasterContent content)
    {
        var (_, problems) = TariffMapping.ToDomain(content.Tariff!);
        return problems.IsDefaultOrEmpty
            ? null
            : new Refusal("tariff-invalid", string.Join("; ", problems.Take(5).Select(p => $"{p.Path}: {p.Rule}: {p.Detail}")));
    }

    private static bool IsRising(System.Collections.Immutable.ImmutableArray<DateOnly> days) =>
        days.Zip(days.Skip(1)).All(pair => pair.First < pair.Second);

    private static bool IsDirection(string direction) => direction is "import" or "export";

    private static bool IsInterval(int minutes) => minutes is >= 1 and <= 1440 && 1440 % minutes == 0;

    private static Refusal Invalid(string path, string rule) => new("record-invalid", $"{path}: {rule}.");
}
