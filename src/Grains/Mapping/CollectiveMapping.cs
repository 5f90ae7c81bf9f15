using System.Globalization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Collectives;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Collectives;
using BillingActors.Storage.Accounts;

namespace BillingActors.Grains.Mapping;

/// <summary>Parents, children and collective bills, wire ↔ domain.</summary>
internal static class CollectiveMapping
{
    public static CollectiveView ToCollective(this LoadedAccount loaded)
    {
        var (entityId, accountId) = AccountKey.Split(loaded.Key);
        var (account, position) = (loaded.State, loaded.State.Collective);
        return new CollectiveView(
            entityId,
            accountId,
            loaded.Version,
            account.Currency.Code,
            account.ParentId,
            position?.BillDay,
            position?.NextOn.ToWire(),
            position?.LineCount ?? 0,
            position is null ? 0 : position.NetMinor + position.TaxMinor,
            position is null ? [] : [.. position.Bills.Select(ToRow)],
            position?.End?.On.ToWire(),
            position?.End?.SuccessorId);
    }

    public static CollectiveBillView ToView(this AccountEvent.CollectiveBilled billed, string currency) => new(
        ToRow(new CollectiveBill(
            billed.BillId, billed.On, billed.DueOn, billed.LineCount, billed.NetMinor, billed.TaxMinor)),
        currency,
        [.. billed.Taxes.Select(tax =>
            new CollectiveTaxView(tax.Code, tax.Percent, tax.BaseMinor, tax.AmountMinor))]);

    public static CollectiveLineRow ToRow(this ChildBill line, string entityId) => new(
        line.AccountId,
        line.IsFee
            ? ""
            : string.Create(CultureInfo.InvariantCulture, $"{entityId}.{line.AccountId}.{line.Version}"),
        line.Number,
        line.Version,
        line.NetMinor,
        line.TaxMinor,
        line.NetMinor + line.TaxMinor);

    /// <summary>The account and version of a place "account/version"; of no place, the one before all.</summary>
    public static (string AccountId, long Version) ToPlace(this string place)
    {
        var slash = place.LastIndexOf('/');
        return slash > 0
            && long.TryParse(place.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var version)
                ? (place[..slash], version)
                : ("", 0);
    }

    private static CollectiveBillRow ToRow(CollectiveBill bill) => new(
        bill.Id,
        bill.IssuedOn.ToWire(),
        bill.DueOn.ToWire(),
        bill.LineCount,
        bill.NetMinor,
        bill.TaxMinor,
        bill.NetMinor + bill.TaxMinor);
}
