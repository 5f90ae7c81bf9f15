using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Charging;
using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Rating.Events;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs.Calls.Choices;
using BillingActors.Grains.Interfaces;
using BillingActors.Storage.Accounts;
using NodaTime;
using Wire = BillingActors.Grains.Interfaces.Charging;

namespace BillingActors.Grains.Mapping;

/// <summary>Usage that is rated when it comes, wire ↔ domain.</summary>
internal static class ChargingMapping
{
    public static UsageBatch ToDomain(this Wire.RateUsage command) => new(
        [.. command.Records.Select(ToDomain)],
        command.Place is { } place ? new StreamOffset(place.Epoch, place.Partition, place.Row, place.Index) : null);

    public static UsageRecord ToDomain(this Wire.UsageEntry entry)
    {
        var at = Instant.FromDateTimeOffset(entry.At);
        return new UsageRecord(entry.Source, entry.Id)
        {
            ContractId = entry.ContractId,
            Call = entry.Call is { } call ? ToDomain(entry.Id, at, call) : null,
            Event = entry.Event is { } one
                ? new UsageEvent(
                    entry.Id,
                    at,
                    one.Name,
                    one.Quantity,
                    one.Amount,
                    (one.Properties ?? ImmutableDictionary<string, string>.Empty)
                        .ToImmutableSortedDictionary(StringComparer.Ordinal))
                : null,
        };
    }

    public static SpendingCap? ToDomain(this Wire.SetSpendingCap command) =>
        command.Policy.ToWord<SpendingCapPolicy>() is { } policy
            ? new SpendingCap(
                command.ContractId ?? "",
                command.AmountMinor,
                policy,
                command.Percents ?? SpendingCap.UsualPercents)
            : null;

    public static ReserveUsage ToDomain(this Wire.ReserveUsage command) => new(
        command.ReservationId,
        command.ContractId,
        command.AmountMinor,
        Duration.FromSeconds(command.ForSeconds),
        command.MayExtend);

    public static CommitReservation ToDomain(this Wire.CommitReservation command) => new(
        command.ReservationId, [.. command.Records.Select(ToDomain)], command.IsFinal);

    public static Wire.UsageTroubleView ToView(this UsageTrouble trouble) =>
        new(trouble.Source, trouble.Id, trouble.Code, trouble.Detail);

    public static Wire.UsageView ToUsage(this LoadedAccount loaded, DateTimeOffset asOf)
    {
        var (entityId, accountId) = AccountKey.Split(loaded.Key);
        var account = loaded.State;
        var at = Instant.FromDateTimeOffset(asOf);
        return new Wire.UsageView(
            entityId,
            accountId,
            account.Currency.Code,
            account.UnbilledUsage(),
            [.. account.Contracts.Where(one => one.Usage is not null).Select(one => ToView(account, one, at))],
            [.. account.Online.Caps.Select(cap => ToView(account, cap, at))],
            [.. account.Online.Reservations.Where(one => !one.IsExpired(at)).Select(ToView)],
            loaded.Version,
            asOf);
    }

    public static Wire.RatedUsagePage ToPage(
        this ImmutableArray<(long Version, AccountEvent.UsageRated Rated)> batches, int countMax) => new(
        [
            .. batches.SelectMany(static batch => batch.Rated.Parts.SelectMany(
                part => part.Records.Select(one => ToView(batch.Version, part, one)))),
        ],
        batches.Length < countMax ? 0 : batches[^1].Version);

    private static CallRecord ToDomain(string id, Instant at, Wire.CallUse call) => new(
        id,
        at,
        call.Quantity,
        call.From,
        call.To,
        call.Direction == "in" ? CallDirection.In : CallDirection.Out)
    {
        Event = call.Event,
        Session = call.Session,
        IsContinuation = call.IsContinuation,
        Network = call.Network,
        SubscriberId = call.SubscriberId,
        Route = call.Route,
    };

    private static Wire.RatedUsageView ToView(long version, UsagePart part, RatedUsage one) => new(
        version,
        part.ContractId,
        part.Period.From.ToWire(),
        part.IsLate,
        one.Source,
        one.Id,
        one.At.ToDateTimeOffset(),
        one.Charge,
        one.Label,
        one.Quantity,
        one.Amount);

    private static Wire.ContractUsageView ToView(Account account, Contract contract, Instant at) => new(
        contract.Id,
        account.UnbilledUsage(contract.Id),
        [.. contract.Usage!.Periods.Select(period => ToView(contract, period))],
        [
            .. (contract.Usage.Periods.LastOrDefault(static one => one.Live is not null)?.Live?.Buckets ?? [])
                .Where(one => one.Until is not { } end || at < end)
                .Select(ToView),
        ]);

    private static Wire.UsagePeriodView ToView(Contract contract, UsagePeriod period) => new(
        period.Period.From.ToWire(),
        period.Period.Until.ToWire(),
        contract.BilledThrough >= period.Period.Until,
        [.. period.Sums.Select(ToView)],
        [.. period.LateSums.Select(ToView)]);

    private static Wire.UsageSumView ToView(UsageSum sum) =>
        new(sum.Charge, sum.Label, sum.Count, sum.Quantity, sum.Amount);

    private static Wire.AllowanceView ToView(BucketBalance balance) => new(
        balance.Bucket, balance.Unit, balance.Left, balance.Until?.ToDateTimeOffset(), balance.Subscriber);

    private static Wire.SpendingCapView ToView(Account account, SpendingCap cap, Instant at)
    {
        var contractId = cap.ContractId.Length == 0 ? null : cap.ContractId;
        return new Wire.SpendingCapView(
            cap.ContractId,
            cap.AmountMinor,
            SpendingRoom.UsedMinor(account, contractId),
            account.Online.ReservedMinor(contractId, at),
            cap.Policy.ToCode(),
            cap.Percents,
            [
                .. account.Online.Passed
                    .Where(one => one.Limit == UsageLimit.Cap && one.ContractId == cap.ContractId)
                    .Select(static one => one.Percent),
            ]);
    }

    private static Wire.ReservationView ToView(Reservation one) => new(
        one.Id, one.ContractId, one.AmountMinor, one.LeftMinor, one.ExpiresAt.ToDateTimeOffset(), one.MayExtend);
}
