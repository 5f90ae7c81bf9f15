using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Statements;

/// <summary>
/// All movements of one account, from its events in their order; what was owed on any past day is read from it.
/// </summary>
/// <param name="zone">Zone of the legal entity's days.</param>
public sealed class AccountHistory(DateTimeZone zone)
{
    private readonly List<Movement> _movements = [];

    /// <summary>The account as the events so far make it.</summary>
    public Account Account { get; private set; } = Account.None;

    /// <summary>How many events there were.</summary>
    public long Version { get; private set; }

    /// <summary>What moved, in the order it was stored.</summary>
    public IReadOnlyList<Movement> Movements => _movements;

    /// <summary>Adds the next event.</summary>
    public void Add(AccountEvent happened, EventEnvelope envelope)
    {
        Invariant.Holds(envelope.Version == Version + 1, "the events of an account have no gap");
        var after = Account.Apply(happened, envelope);
        if (Movement.Of(Account, after, happened, envelope, zone) is { } movement)
            _movements.Add(movement);
        (Account, Version) = (after, envelope.Version);
    }

    /// <summary>What was open at the end of a day, oldest document first.</summary>
    public ImmutableArray<OpenItem> ItemsAt(LocalDate day)
    {
        var open = new Dictionary<string, OpenItem>(StringComparer.Ordinal);
        foreach (var change in Until(day).SelectMany(movement => movement.Items))
        {
            var before = open.GetValueOrDefault(change.Item.Id)?.Open.Minor ?? 0;
            open[change.Item.Id] = change.Item with
            {
                Open = new Money(before + change.AmountMinor, change.Item.Open.Currency),
            };
        }
        return
        [
            .. open.Values.Where(item => !item.Open.IsZero)
                .OrderBy(item => item.IssuedOn)
                .ThenBy(item => item.Id, StringComparer.Ordinal),
        ];
    }

    /// <summary>
    /// How much of an item was disputed and not decided at the end of a day; never more than was open.
    /// </summary>
    public long DisputedAt(OpenItem item, LocalDate day) => Math.Min(
        Math.Max(0, item.Open.Minor),
        Account.Disputes
            .Where(dispute => dispute.ItemId == item.Id && dispute.OpenedOn <= day)
            .Where(dispute => dispute.DecidedOn is not { } decided || decided > day)
            .Sum(dispute => dispute.AmountMinor));

    /// <summary>Money of the customer that was set against no item at the end of a day.</summary>
    public long UnappliedAt(LocalDate day) => Until(day).Sum(movement => movement.UnappliedMinor);

    /// <summary>What the customer owed at the end of a day.</summary>
    public long BalanceAt(LocalDate day) => Until(day).Sum(movement => movement.AmountMinor);

    private IEnumerable<Movement> Until(LocalDate day) => _movements.Where(movement => movement.On <= day);
}
