using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Deposits;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Primitives;
using BillingActors.Grains.Interfaces.MasterData;
using NodaTime;

namespace BillingActors.Grains.Mapping;

/// <summary>Legal entities and bill cycles, wire → domain.</summary>
internal static class MasterMapping
{
    public static LegalEntity ToDomain(this LegalEntityRecord record) => new(
        record.Id,
        Currency.Of(record.Currency),
        DateTimeZoneProviders.Tzdb[record.Zone],
        record.InvoiceSeries,
        record.NeedsSecondPerson,
        new ApprovalPolicy(
            record.ApprovalLimits is { } limits
                ? [.. limits.Select(limit => limit.ToDomain(record.Currency))]
                : null,
            record.ApprovalDays,
            record.GivesTaxRelief)
        {
            Delegations = [.. (record.Delegations ?? []).Select(ToDomain)],
        })
    {
        CreditMemoSeries = record.CreditMemoSeries,
        TaxPlaces = TaxMapping.PlacesOf(record.TaxPlaces),
        Deposits = record.Deposits?.ToDomain() ?? DepositPolicy.Default,
    };

    private static ApprovalLimit ToDomain(this ApprovalLimitRecord record, string currency) =>
        new(record.Role, record.Action, record.LimitMinor, Currency.Of(record.Currency ?? currency))
        {
            AloneMinor = record.AloneMinor,
        };

    private static Delegation ToDomain(DelegationRecord record) => new(
        record.FromPersonId,
        record.ToPersonId,
        record.Roles,
        record.ValidFrom.ToDomain(),
        record.ValidThrough.ToDomain());

    public static BillCycle ToDomain(this BillCycleRecord record) => new(
        record.Id,
        record.EntityId,
        new BillingCalendar(
            record.AnchorDay,
            record.Months,
            [.. record.Boundaries.Select(day => day.ToDomain())],
            record.AnchorMonth),
        record.ReadWindowDays,
        record.HighUseFactor,
        record.LowUseFactor,
        record.HoldZeroUse);
}
