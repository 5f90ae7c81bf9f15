using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Charging;

/// <summary>What the events of usage, and the bills, make of an account.</summary>
internal static class UsageFold
{
    public static Account Apply(Account account, AccountEvent.RatedUsageEvent happened, EventEnvelope envelope) =>
        happened switch
        {
            AccountEvent.UsageRated e => Rated(account, e, envelope.Version),
            AccountEvent.UsageThresholdPassed e => account.With(online => online with
            {
                Passed = online.Passed.Add(e.Threshold),
            }),
            AccountEvent.SpendingCapSet e => account.With(online => online with
            {
                Caps = WithoutCap(online, e.Cap.ContractId).Add(e.Cap),
                Passed = online.Passed.RemoveAll(one => IsOfCap(one, e.Cap.ContractId)),
            }),
            AccountEvent.SpendingCapRemoved e => account.With(online => online with
            {
                Caps = WithoutCap(online, e.ContractId),
                Passed = online.Passed.RemoveAll(one => IsOfCap(one, e.ContractId)),
            }),
            AccountEvent.UsageReserved e => account.With(online => online with { Reservations = Reserved(online, e) }),
            AccountEvent.ReservationCommitted e => account.With(online => online with
            {
                Reservations = Committed(online, e),
            }),
            AccountEvent.ReservationReleased e => account.With(online => online with
            {
                Reservations = online.Reservations.RemoveAll(one => one.Id == e.ReservationId),
            }),
            _ => throw new BrokenInvariantException("every event of usage is known"),
        };

    /// <summary>A contract after a bill up to the day it is billed through.</summary>
    public static Contract Billed(Contract contract) => contract is { Usage: { } usage, BilledThrough: { } billed }
        ? contract with { Usage = usage.Closed(billed, contract.Until) }
        : contract;

    /// <summary>A contract after its invoice was taken back.</summary>
    public static Contract Rewound(Contract contract, ContractRewound before) =>
        before.Late is { } late && contract.Usage is { } usage
            ? contract with { Usage = usage.Reopened(late) }
            : contract;

    /// <summary>What was passed counts anew for contracts that are billed, and for the account with them.</summary>
    public static Account Counted(Account account, IEnumerable<string> billed)
    {
        if (account.OnlineUsage is not { Passed.IsEmpty: false } online)
            return account;
        var ids = billed.Append("").ToHashSet(StringComparer.Ordinal);
        return account with
        {
            OnlineUsage = online with { Passed = online.Passed.RemoveAll(one => ids.Contains(one.ContractId)) },
        };
    }

    private static Account Rated(Account account, AccountEvent.UsageRated e, long version)
    {
        var after = e.Offset is null ? account : account.With(online => online.At(e.Offset));
        return e.Parts.Aggregate(after, (now, part) => now with
        {
            Contracts = [.. now.Contracts.Select(one => one.Id == part.ContractId ? With(one, part, version) : one)],
        });
    }

    private static Contract With(Contract contract, UsagePart part, long version)
    {
        var usage = contract.Usage ?? UsageFile.None;
        return contract with
        {
            Usage = usage.With(part.Period, UsageBalances.Of(contract.State), one => With(one, part, version)),
        };
    }

    private static UsagePeriod With(UsagePeriod period, UsagePart part, long version)
    {
        var after = period with
        {
            Ids = UsageIds.Add(period.Ids, part.Records.Select(static one => UsageKey.Parse(one.Key))),
            Sums = UsageSums.Add(period.Sums, part.Records),
            Live = part.Balances ?? period.Live,
            LastVersion = version,
        };
        return part.IsLate
            ? after with
            {
                LateVersions = after.LateVersions.Add(version),
                LateSums = UsageSums.Add(after.LateSums, part.Records),
            }
            : after;
    }

    private static Account With(this Account account, Func<OnlineUsage, OnlineUsage> change) =>
        account with { OnlineUsage = change(account.Online) };

    private static ImmutableArray<SpendingCap> WithoutCap(OnlineUsage online, string contractId) =>
        online.Caps.RemoveAll(cap => cap.ContractId == contractId);

    private static bool IsOfCap(PassedThreshold passed, string contractId) =>
        passed.Limit == UsageLimit.Cap && passed.ContractId == contractId;

    private static ImmutableArray<Reservation> Reserved(OnlineUsage online, AccountEvent.UsageReserved e) =>
        online.Reservations.RemoveAll(one => e.Expired.Contains(one.Id, StringComparer.Ordinal)).Add(new Reservation(
            e.ReservationId, e.ContractId, e.AmountMinor, e.AmountMinor, e.ExpiresAt, e.MayExtend));

    private static ImmutableArray<Reservation> Committed(OnlineUsage online, AccountEvent.ReservationCommitted e) =>
        e.IsEnded
            ? online.Reservations.RemoveAll(one => one.Id == e.ReservationId)
            :
            [
                .. online.Reservations.Select(one =>
                    one.Id == e.ReservationId ? one with { LeftMinor = e.LeftMinor } : one),
            ];
}
