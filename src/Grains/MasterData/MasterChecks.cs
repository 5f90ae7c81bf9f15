using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tariffs;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Mapping;
using BillingActors.Storage.Ledger;
using BillingActors.Storage.MasterData;
using NodaTime;

namespace BillingActors.Grains.MasterData;

/// <summary>
/// Whether a master record is whole before it is stored: the first thing wrong, with its path and rule.
/// </summary>
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
            // A draft may still be wrong; it is checked when it is published.
            MasterKind.TariffDraft => Same(id, content.Tariff?.Id),
            MasterKind.TaxJurisdiction =>
                Same(id, content.TaxJurisdiction?.Id) ?? TaxChecks.Find(content.TaxJurisdiction!),
            MasterKind.TaxProfile => Same(id, content.TaxProfile?.Id) ?? TaxChecks.Find(content.TaxProfile!),
            MasterKind.Chart => Same(id, content.Chart?.Id) ?? Check(content.Chart!),
            MasterKind.DunningPolicy =>
                Same(id, content.DunningPolicy?.Id) ?? PolicyChecks.Find(content.DunningPolicy!),
            MasterKind.DisputePolicy =>
                Same(id, content.DisputePolicy?.Id) ?? PolicyChecks.Find(content.DisputePolicy!),
            _ => Same(id, content.Tariff?.Id) ?? CheckTariff(content),
        };
    }

    /// <summary>Everything that would keep a tariff from being published.</summary>
    public static ImmutableArray<TariffProblem> ProblemsOf(string id, TariffDocument tariff)
    {
        var (_, problems) = TariffMapping.ToDomain(tariff);
        if (!Refusals.IsId(tariff.Id))
            problems = problems.Insert(0, new TariffProblem("id", "required", "An id has printable characters alone."));
        return tariff.Id == id
            ? problems
            : problems.Insert(0, new TariffProblem("id", "id-mismatch", $"The tariff is {id}, not {tariff.Id}."));
    }

    private static Refusal? Same(string id, string? named) =>
        named == id ? null : Invalid("id", $"the record is named '{named}' but was sent to '{id}'");

    private static Refusal? Check(LegalEntityRecord record) => First(
        (Currency.IsCode(record.Currency), "currency", "three capital letters of ISO 4217"),
        (DateTimeZoneProviders.Tzdb.GetZoneOrNull(record.Zone) is not null, "zone", "an IANA time zone"),
        (IsText(record.Name, 200), "name", "1 to 200 characters"),
        (IsSeries(record.InvoiceSeries), "invoiceSeries", "1 to 16 letters or digits"),
        (IsSeries(record.CreditMemoSeries) && record.CreditMemoSeries != record.InvoiceSeries,
            "creditMemoSeries", "1 to 16 letters or digits, and not the series of invoices"),
        (record.ApprovalDays is >= 1 and <= 365, "approvalDays", "1 to 365"),
        (record.ApprovalLimits is not { } limits || (!limits.IsDefault && limits.All(IsSound)),
            "approvalLimits", "a role, an action or *, 0 to 1,000,000,000,000 minor units, and a currency or none"),
        (record.Delegations is not { } delegations || (!delegations.IsDefault && delegations.All(IsSound)),
            "delegations", "two persons, at least one role, and a first day not after the last"))
        ?? TaxChecks.Find(record.TaxPlaces)
        ?? PolicyChecks.Find(record.Deposits)
        ?? (record.Cash is { } cash && CashPolicyMapping.Fault(cash) is var (path, rule) ? Invalid(path, rule) : null);

    private static bool IsSeries(string series) => Refusals.IsId(series) && series.Length <= 16;

    private static bool IsSound(ApprovalLimitRecord limit) =>
        Refusals.IsId(limit.Role)
        && (limit.Action == ApprovalPolicy.Any || Refusals.IsId(limit.Action))
        && limit.LimitMinor is >= 0 and <= ApprovalPolicy.Unlimited
        && limit.AloneMinor is null or (>= 0 and <= ApprovalPolicy.Unlimited)
        && (limit.Currency is not { } currency || Currency.IsCode(currency));

    private static bool IsSound(DelegationRecord delegation) =>
        Refusals.IsId(delegation.FromPersonId)
        && Refusals.IsId(delegation.ToPersonId)
        && delegation.FromPersonId != delegation.ToPersonId
        && !delegation.Roles.IsDefaultOrEmpty
        && delegation.Roles.All(Refusals.IsId)
        && delegation.ValidFrom <= delegation.ValidThrough;

    private static Refusal? Check(CustomerRecord record) => First(
        (IsText(record.Name, 200), "name", "1 to 200 characters"),
        (Refusals.IsId(record.EntityId), "entityId", "an id"),
        (!record.Contacts.IsDefault, "contacts", "a list"))
        ?? First(
            (record.Contacts.All(c => c.Kind is "phone" or "email" or "post"),
                "contacts", "kinds are phone, email and post"),
            (record.Contacts.All(c => IsText(c.Value, 400)), "contacts", "1 to 400 characters"));

    private static Refusal? Check(BillCycleRecord record) => First(
        (Refusals.IsId(record.EntityId), "entityId", "an id"),
        (record.AnchorDay is >= 1 and <= 31, "anchorDay", "1 to 31"),
        (record.Months is >= 1 and <= 12, "months", "1 to 12"),
        (record.AnchorMonth is >= 1 and <= 12, "anchorMonth", "1 to 12"),
        (record.ReadWindowDays is >= 0 and <= 31, "readWindowDays", "0 to 31"),
        (record.HighUseFactor >= 0, "highUseFactor", "not negative"),
        (record.LowUseFactor >= 0, "lowUseFactor", "not negative"),
        (!record.Boundaries.IsDefault, "boundaries", "a list"))
        ?? First((record.Boundaries.Length != 1 && IsRising(record.Boundaries),
            "boundaries", "at least two days, each after the one before"));

    private static Refusal? Check(ChartRecord record) =>
        ChartMapping.FaultIn(record) is var (path, rule) ? Invalid(path, rule) : null;

    private static Refusal? Check(ServicePointRecord record)
    {
        var wrong = First(
            (Refusals.IsId(record.EntityId), "entityId", "an id"),
            (!record.Meters.IsDefaultOrEmpty, "meters", "at least one meter"));
        for (var m = 0; wrong is null && m < record.Meters.Length; m++)
            wrong = Check(record.Meters[m], $"meters[{m}]");
        return wrong ?? TaxChecks.Find(record.TaxPlaces);
    }

    private static Refusal? Check(MeterRecord meter, string path) => First(
        (IsText(meter.Serial, 64), $"{path}.serial", "1 to 64 characters"),
        (meter.RemovedOn is not { } gone || gone > meter.InstalledOn,
            $"{path}.removedOn", "after the day of installation"),
        (!meter.Registers.IsDefault && !meter.Channels.IsDefault, path, "lists of registers and channels"))
        ?? First(
            (meter.Registers.Length + meter.Channels.Length > 0, path, "at least one register or channel"),
            (meter.Registers.All(IsSound),
                $"{path}.registers", "an id, a unit, 1 to 15 digits, a positive multiplier, and import or export"),
            (meter.Channels.All(IsSound),
                $"{path}.channels",
                "an id, a unit, an interval that divides a day, an offset of -720 to 840, and import or export"));

    private static bool IsSound(RegisterRecord register) =>
        Refusals.IsId(register.Id)
        && IsText(register.Unit, 16)
        && register.Digits is >= 1 and <= 15
        && register.Multiplier > 0
        && IsDirection(register.Direction);

    private static bool IsSound(ChannelRecord channel) =>
        Refusals.IsId(channel.Id)
        && IsText(channel.Unit, 16)
        && channel.IntervalMinutes is >= 1 and <= 1440
        && 1440 % channel.IntervalMinutes == 0
        && channel.OffsetMinutes is >= -720 and <= 840
        && IsDirection(channel.Direction);

    private static Refusal? CheckTariff(MasterContent content)
    {
        var (_, problems) = TariffMapping.ToDomain(content.Tariff!);
        if (problems.IsDefaultOrEmpty)
            return null;
        return new Refusal("tariff-invalid", TariffProblems.Told(problems));
    }

    private static bool IsRising(ImmutableArray<DateOnly> days) =>
        days.Zip(days.Skip(1)).All(pair => pair.First < pair.Second);

    private static bool IsDirection(string direction) => direction is "import" or "export";

    internal static bool IsText(string? text, int lengthMax) =>
        !string.IsNullOrWhiteSpace(text) && text.Length <= lengthMax;

    internal static Refusal? First(params ReadOnlySpan<(bool Holds, string Path, string Rule)> rules)
    {
        foreach (var (holds, path, rule) in rules)
        {
            if (!holds)
                return Invalid(path, rule);
        }
        return null;
    }

    private static Refusal Invalid(string path, string rule) => new("record-invalid", $"{path}: {rule}.");
}
