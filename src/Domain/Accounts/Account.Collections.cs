using BillingActors.Domain.Cash;
using BillingActors.Domain.Collections;
using BillingActors.Domain.Deposits;
using BillingActors.Domain.Disputes;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Accounts;

/// <summary>Collection: what was done about what is overdue, and when somebody must look again.</summary>
public sealed partial record Account
{
    /// <summary>What collection keeps; null until there is something to keep.</summary>
    public CollectionFile? Collection { get; init; }

    /// <summary>On which day disputes, promises, plans and dunning are looked at next; null: nothing waits.</summary>
    public LocalDate? ReviewOn { get; init; }

    /// <summary>What collection keeps, empty where it keeps nothing.</summary>
    public CollectionFile Collected => Collection ?? CollectionFile.None;

    /// <summary>The dunning level of an item, 0 before its first letter.</summary>
    public int DunningLevelOf(string itemId) => Collected.DunnedItem(itemId)?.Level ?? 0;

    /// <summary>What of an item is not in dispute.</summary>
    internal Money Undisputed(OpenItem item) => item.Open - DisputedOf(item.Id);

    /// <summary>The account whose next review is on the day at the latest.</summary>
    internal Account ReviewedBy(LocalDate day) => ReviewOn <= day ? this : this with { ReviewOn = day };

    /// <summary>The account with the level of an item lowered to one it may have at most.</summary>
    internal Account DunnedAtMost(string itemId, int level) => Collected.DunnedItem(itemId) is { } dunned
        && dunned.Level > level
            ? this with { Collection = Collected.WithLevel(dunned with { Level = level }) }
            : this;

    /// <summary>
    /// The account as events of collection, disputes, deposits and cash would leave it, before they are stored.
    /// </summary>
    internal Account Foresee(IEnumerable<AccountEvent> events) => events.Aggregate(
        this,
        static (account, happened) => DepositWatch.After(
            account, CollectionWatch.After(account, account.Foreseen(happened), happened), happened));

    private Account Foreseen(AccountEvent happened) => happened switch
    {
        AccountEvent.DisputeEvent e => DisputeFold.Apply(this, e),
        AccountEvent.CollectionEvent e => CollectionFold.Apply(this, e),
        AccountEvent.DepositEvent e => DepositFold.Apply(this, e),
        AccountEvent.CashEvent e => CashFold.Apply(this, e),
        _ => throw new BrokenInvariantException("only what a review does is foreseen"),
    };
}
