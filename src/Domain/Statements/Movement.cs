using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Ledger;
using NodaTime;

namespace BillingActors.Domain.Statements;

/// <summary>
/// What one event did to what a customer owes: found by comparing the account before and after it, and its postings, so
/// that every event counts, whatever it is.
/// </summary>
/// <param name="Version">Version of the account after the event.</param>
/// <param name="On">The day it was booked.</param>
/// <param name="What">Its stored name, such as "invoice-issued".</param>
/// <param name="Reference">Number of the item it made or moved, else what its command made; null: neither.</param>
/// <param name="Items">Open items it changed, in amount or in anything else, such as the due date.</param>
/// <param name="UnappliedMinor">Added to the customer's money that is set against no item.</param>
public sealed record Movement(
    long Version,
    LocalDate On,
    string What,
    string? Reference,
    ImmutableArray<ItemMovement> Items,
    long UnappliedMinor)
{
    /// <summary>Added to all open items together: what the control account of receivables moved by.</summary>
    public long ReceivablesMinor => Items.Sum(item => item.AmountMinor);

    /// <summary>Added to what the customer owes in all.</summary>
    public long AmountMinor => ReceivablesMinor - UnappliedMinor;

    /// <summary>The movement of an event, or null where it moved nothing.</summary>
    /// <param name="before">The account before it.</param>
    /// <param name="after">The account after it.</param>
    /// <param name="happened">The event.</param>
    /// <param name="envelope">Its envelope.</param>
    /// <param name="zone">Zone of the entity's days, for an event that is not booked.</param>
    public static Movement? Of(
        Account before, Account after, AccountEvent happened, EventEnvelope envelope, DateTimeZone zone)
    {
        var entry = PostingRules.EntryOf(happened, after.Currency)?.NotBefore(envelope.BookedFrom);
        var items = Changes(before, after);
        var unapplied = entry?.Postings.Where(posting => posting.LedgerAccount == LedgerRoles.UnappliedCash)
            .Sum(posting => -posting.Amount.Minor) ?? 0;
        if (items.IsEmpty && unapplied == 0)
            return null;
        var on = entry?.BookedOn ?? envelope.Context.At.InZone(zone).Date;
        var reference = items.Length > 0 ? items[0].Item.Number : envelope.Reference;
        return new Movement(envelope.Version, on, NameOf(happened), reference, items, unapplied);
    }

    private static ImmutableArray<ItemMovement> Changes(Account before, Account after)
    {
        if (before.OpenItems == after.OpenItems)
            return [];
        var changes = ImmutableArray.CreateBuilder<ItemMovement>();
        foreach (var item in after.OpenItems)
        {
            var old = before.Item(item.Id);
            if (old != item)
                changes.Add(new ItemMovement(item, item.Open.Minor - (old?.Open.Minor ?? 0)));
        }
        foreach (var gone in before.OpenItems.Where(item => after.Item(item.Id) is null))
            changes.Add(new ItemMovement(gone, -gone.Open.Minor));
        return changes.DrainToImmutable();
    }

    // Stored names are the names of the records in kebab case.
    private static string NameOf(AccountEvent happened) => string.Concat(
        happened.GetType().Name.Select((c, at) => !char.IsAsciiLetterUpper(c) ? c.ToString()
            : at == 0 ? char.ToLowerInvariant(c).ToString()
            : "-" + char.ToLowerInvariant(c)));
}
