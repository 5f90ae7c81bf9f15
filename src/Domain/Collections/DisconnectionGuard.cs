using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>
/// The one gate before a supply is cut: it names every reason against it, and an order is made only where there is
/// none.
/// </summary>
public static class DisconnectionGuard
{
    /// <summary>All reasons against cutting the supply of the contract on the day; empty: it may be cut.</summary>
    public static ImmutableArray<DisconnectionBlock> Blocks(
        Account account, DunningPolicy policy, OrderDisconnection wanted)
    {
        if (policy.Disconnection is not { } rule)
            return [DisconnectionBlock.NotForeseen];
        return
        [
            .. OfContract(account, wanted),
            .. OfDebt(account, rule, wanted.On),
            .. OfNotice(account, rule, wanted),
            .. OfDay(rule, wanted),
            .. OfArrangements(account, wanted.On),
            .. account.Collected.Blocks.Where(block => block.Holds(wanted.On))
                .Select(block => Of(block.Kind))
                .Distinct(),
        ];
    }

    /// <summary>
    /// The reasons that may come up between an order and the visit. The order itself is none of them, nor is a day on
    /// which nobody goes out, and the weather is asked again by whoever goes.
    /// </summary>
    public static ImmutableArray<DisconnectionBlock> BlocksOfPending(
        Account account, DunningPolicy policy, OrderDisconnection pending) =>
    [
        .. Blocks(account, policy, pending).Where(block =>
            block is not (DisconnectionBlock.AlreadyOrdered
                or DisconnectionBlock.ForbiddenDay
                or DisconnectionBlock.ForecastMissing)),
    ];

    private static IEnumerable<DisconnectionBlock> OfContract(Account account, OrderDisconnection wanted)
    {
        if (account.Contract(wanted.ContractId) is not { } contract
            || wanted.On < contract.From
            || contract.Until <= wanted.On)
        {
            yield return DisconnectionBlock.ContractNotRunning;
        }
        if (account.Collected.LastOrder(wanted.ContractId) is { } order
            && (order.Kind == ServiceOrderKind.Disconnect || order.Status == ServiceOrderStatus.Pending))
        {
            yield return DisconnectionBlock.AlreadyOrdered;
        }
    }

    private static IEnumerable<DisconnectionBlock> OfDebt(Account account, DisconnectionRule rule, LocalDate on)
    {
        var due = DunningPreview.Due(account, on);
        var credit = account.OpenItems.Where(item => item.Open.Minor < 0).Sum(item => item.Open.Minor);
        if (due.Sum(item => item.AskedMinor) + credit < Math.Max(1, rule.MinimumMinor))
            yield return DisconnectionBlock.BelowThreshold;
        if (due.Select(item => item.Level).DefaultIfEmpty(0).Max() < rule.Level)
            yield return DisconnectionBlock.LevelNotReached;
    }

    private static IEnumerable<DisconnectionBlock> OfNotice(
        Account account, DisconnectionRule rule, OrderDisconnection wanted)
    {
        var file = account.Collected;
        var notice = file.Notices.LastOrDefault(notice => notice.ContractId == wanted.ContractId);
        if (notice is null)
        {
            yield return DisconnectionBlock.NoticeMissing;
            yield break;
        }
        var waitDays = notice.Delivery == NoticeDelivery.Mail ? rule.NoticeDaysByMail : rule.NoticeDaysDelivered;
        if (wanted.On <= notice.On.PlusDays(waitDays))
            yield return DisconnectionBlock.NoticePeriodRunning;
        if (wanted.On > notice.On.PlusDays(rule.NoticeValidDays))
            yield return DisconnectionBlock.NoticeExpired;
        var contactCount = file.Contacts.Count(contact => notice.On <= contact.On && contact.On <= wanted.On);
        if (contactCount < rule.ContactCountMin)
            yield return DisconnectionBlock.ContactMissing;
    }

    private static IEnumerable<DisconnectionBlock> OfDay(DisconnectionRule rule, OrderDisconnection wanted)
    {
        if (rule.QuietDays.Contains(wanted.On)
            || (rule.IsDayBeforeQuiet && rule.QuietDays.Contains(wanted.On.PlusDays(1))))
        {
            yield return DisconnectionBlock.ForbiddenDay;
        }
        if (rule.Moratoria.Any(season => season.Contains(wanted.On)))
            yield return DisconnectionBlock.SeasonalMoratorium;
        if (wanted.Forecast is null && (rule.ColdBelowCelsius is not null || rule.HeatAboveCelsius is not null))
            yield return DisconnectionBlock.ForecastMissing;
        if (wanted.Forecast?.LowCelsius < rule.ColdBelowCelsius || wanted.Forecast?.HighCelsius > rule.HeatAboveCelsius)
            yield return DisconnectionBlock.Weather;
    }

    private static IEnumerable<DisconnectionBlock> OfArrangements(Account account, LocalDate on)
    {
        if (account.Disputes.Any(dispute => dispute.IsRunning))
            yield return DisconnectionBlock.DisputeRunning;
        if (account.Disputes.Any(dispute => !dispute.IsRunning && dispute.GraceUntil >= on))
            yield return DisconnectionBlock.DisputeGrace;
        if (account.Collected.Promises.Any(promise => promise.IsOpen))
            yield return DisconnectionBlock.PromiseRunning;
        if (account.Collected.Plans.Any(plan => plan.IsRunning))
            yield return DisconnectionBlock.PlanRunning;
        if (account.Collected.Placements.Any(placement => placement.IsRunning))
            yield return DisconnectionBlock.WithAgency;
    }

    /// <summary>The reason that a block of a kind is.</summary>
    internal static DisconnectionBlock Of(BlockKind kind) => kind switch
    {
        BlockKind.Insolvency => DisconnectionBlock.Insolvency,
        BlockKind.Deceased => DisconnectionBlock.Deceased,
        BlockKind.Complaint => DisconnectionBlock.Complaint,
        BlockKind.Legal => DisconnectionBlock.Legal,
        BlockKind.Hardship => DisconnectionBlock.Hardship,
        BlockKind.PaymentInFlight => DisconnectionBlock.PaymentInFlight,
        BlockKind.LifeSupport => DisconnectionBlock.LifeSupport,
        BlockKind.MedicalCertificate => DisconnectionBlock.MedicalCertificate,
        BlockKind.AssistancePending => DisconnectionBlock.AssistancePending,
        _ => DisconnectionBlock.Manual,
    };
}
