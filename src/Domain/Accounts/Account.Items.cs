using System.Collections.Immutable;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Accounts;

/// <summary>Open items: they appear, are settled in parts, and come back when a settlement is undone.</summary>
public sealed partial record Account
{
    /// <summary>The open item with the id, or null.</summary>
    public OpenItem? Item(string itemId) => OpenItems.FirstOrDefault(item => item.Id == itemId);

    /// <summary>The account with a new item; one of nothing is no item.</summary>
    internal Account WithItem(OpenItem item) => item.Open.IsZero ? this : this with { OpenItems = OpenItems.Add(item) };

    /// <summary>The account after shares of its items were settled; what is settled whole is an item no more.</summary>
    internal Account Settled(ImmutableArray<ItemShare> shares) =>
        shares.Aggregate(this, static (account, share) => account.Moved(share, -share.AmountMinor));

    /// <summary>The account after a settlement was undone; an item that was gone comes back as it was.</summary>
    internal Account Reopened(ImmutableArray<ItemShare> shares) =>
        shares.Aggregate(this, static (account, share) => account.Moved(share, share.AmountMinor));

    private Account Moved(ItemShare share, long minor)
    {
        var amount = new Money(minor, Currency);
        if (Item(share.ItemId) is not { } item)
        {
            var original = new Money(share.OriginalMinor, Currency);
            var back = new OpenItem(
                share.ItemId, share.Number, original, amount, share.IssuedOn, share.DueOn, share.Kind);
            return this with { OpenItems = Inserted(back) };
        }
        var open = item.Open + amount;
        return this with
        {
            OpenItems = open.IsZero ? OpenItems.Remove(item) : OpenItems.Replace(item, item with { Open = open }),
        };
    }

    // Oldest first, as items are; among those of one day it is the last.
    private ImmutableArray<OpenItem> Inserted(OpenItem back)
    {
        var at = OpenItems.Length;
        while (at > 0 && OpenItems[at - 1].IssuedOn > back.IssuedOn)
            at--;
        return OpenItems.Insert(at, back);
    }
}
