using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Collections;

/// <summary>Hands overdue items to an agency; nobody else duns them until they are back.</summary>
public static class AgencyPlacing
{
    /// <summary>Refuses what is not overdue, disputed, planned, promised or placed, and a blocked account.</summary>
    public static Decision<AccountEvent> Decide(Account account, PlaceWithAgency wanted)
    {
        if (CollectionRefusals.UnlessKnown(account) is { } no)
            return no;
        if (!Refusals.IsId(wanted.PlacementId) || !Refusals.IsId(wanted.AgencyId))
            return Refusals.IdInvalid;
        var file = account.Collected;
        if (file.Placement(wanted.PlacementId) is { } known)
            return IsSame(known, wanted) ? Decision<AccountEvent>.Nothing : CollectionRefusals.IdTaken;
        if (wanted.CommissionPercent is < 0 or > 100)
            return CollectionRefusals.PercentInvalid;
        if (file.Blocks.Any(block => block.StopsLetters && block.Holds(wanted.On)))
            return CollectionRefusals.Blocked;
        var items = Items(account, wanted);
        if (items.IsEmpty || items.Any(item => item is not { Open.Minor: > 0 }))
            return CollectionRefusals.ItemUnknown;
        return Check(account, wanted, items) is { } held ? held : Placed(wanted, items);
    }

    private static Refusal? Check(
        Account account, PlaceWithAgency wanted, ImmutableArray<OpenItem?> items)
    {
        var file = account.Collected;
        if (items.Any(item => item!.DueOn >= wanted.On))
            return CollectionRefusals.NotOverdue;
        if (items.Any(item => account.HeldOf(item!.Id, wanted.On).Minor > 0))
            return CollectionRefusals.ItemDisputed;
        return items.Any(item => file.IsPlanned(item!.Id) || file.IsPlaced(item.Id) || file.IsPromised(item.Id))
            ? CollectionRefusals.ItemElsewhere
            : null;
    }

    private static AccountEvent.AgencyPlaced Placed(PlaceWithAgency wanted, ImmutableArray<OpenItem?> items) => new(
        wanted.PlacementId,
        wanted.AgencyId,
        wanted.On,
        wanted.CommissionPercent,
        [.. items.Select(item => ItemShare.Of(item!, item!.Open))]);

    private static ImmutableArray<OpenItem?> Items(Account account, PlaceWithAgency wanted) => wanted.ItemIds.IsEmpty
        ? [.. DunningPreview.Due(account, wanted.On)
            .Where(due => due.HeldMinor == 0)
            .Select(due => account.Item(due.ItemId))]
        : [.. wanted.ItemIds.Distinct(StringComparer.Ordinal).Select(account.Item)];

    private static bool IsSame(AgencyPlacement placement, PlaceWithAgency wanted) =>
        placement.AgencyId == wanted.AgencyId
        && placement.PlacedOn == wanted.On
        && placement.CommissionPercent == wanted.CommissionPercent
        && (wanted.ItemIds.IsEmpty || wanted.ItemIds.ToHashSet(StringComparer.Ordinal)
            .SetEquals(placement.Items.Select(item => item.ItemId)));
}
