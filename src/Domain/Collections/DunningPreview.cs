using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Collections;

/// <summary>
/// Works out the letter of a day: one for everything due, each item one level further at most. It changes nothing, so
/// that a run can be looked at before it is done.
/// </summary>
public static class DunningPreview
{
    /// <summary>The letter, or why there is none.</summary>
    public static DunningProposal Of(Account account, DunningPolicy policy, LocalDate on)
    {
        var due = Due(account, on);
        var asked = due.Sum(item => item.AskedMinor);
        var credit = -account.OpenItems.Where(item => item.Open.Minor < 0).Sum(item => item.Open.Minor);
        var owed = asked - credit;
        var raised = due.Select(item => Raised(account, policy, item, (on, owed))).ToImmutableArray();
        var level = raised.Where(item => item.Level > item.LevelBefore).Select(item => item.Level)
            .DefaultIfEmpty(0).Max();
        var hold = HoldOf(account, policy, on, (due, owed, level));
        var fee = hold == DunningHold.None
            ? FeeOf(policy, level, due, new Money(owed, account.Currency))
            : 0;
        return new DunningProposal(hold, hold == DunningHold.None ? level : 0, raised, asked, credit, fee);
    }

    /// <summary>The items whose due day is over, but for what is disputed, promised, in a plan or with an agency.
    /// </summary>
    internal static ImmutableArray<LetterItem> Due(Account account, LocalDate on)
    {
        var file = account.Collected;
        return
        [
            .. account.OpenItems
                .Where(item => item.Open.Minor > 0 && item.DueOn < on)
                .Where(item => !file.IsPlanned(item.Id) && !file.IsPlaced(item.Id) && !file.IsPromised(item.Id))
                .Select(item => Listed(account, item, on))
                .Where(item => item.AskedMinor > 0)
                .OrderBy(item => item.DueOn)
                .ThenBy(item => item.ItemId, StringComparer.Ordinal),
        ];
    }

    private static LetterItem Listed(Account account, OpenItem item, LocalDate on)
    {
        var level = account.DunningLevelOf(item.Id);
        var held = account.HeldOf(item.Id, on).Minor;
        return new(
            item.Id, item.Number, item.Kind, item.IssuedOn, item.DueOn, item.Open.Minor, held, level, level);
    }

    private static LetterItem Raised(
        Account account, DunningPolicy policy, LetterItem item, (LocalDate On, long OwedMinor) now)
    {
        if (ReadyOn(account, policy, item) is not { } ready || ready > now.On)
            return item;
        return now.OwedMinor < policy.Levels[item.Level].MinimumMinor ? item : item with { Level = item.Level + 1 };
    }

    /// <summary>
    /// When an item may go one level further; null at the last level. Fees and interest never cause a letter.
    /// </summary>
    internal static LocalDate? ReadyOn(Account account, DunningPolicy policy, LetterItem item)
    {
        if (item.Kind is ItemKind.Fee or ItemKind.Interest || item.Level >= policy.Levels.Length)
            return null;
        var from = account.Collected.DunnedItem(item.ItemId) is { } dunned && dunned.Level > 0
            ? dunned.LetterOn
            : item.DueOn.PlusDays(policy.GraceDays + 1);
        return from.PlusDays(policy.Levels[item.Level].WaitDays);
    }

    // A deposit is a security and no debt for what was supplied: that it is late costs nothing.
    private static long FeeOf(DunningPolicy policy, int level, ImmutableArray<LetterItem> due, Money owed)
    {
        var deposits = policy.ChargesDeposits
            ? 0
            : due.Where(item => item.Kind == ItemKind.Deposit).Sum(item => item.AskedMinor);
        var charged = owed with { Minor = owed.Minor - deposits };
        return charged.Minor > 0 ? policy.Levels[level - 1].FeeOf(charged) : 0;
    }

    private static DunningHold HoldOf(
        Account account,
        DunningPolicy policy,
        LocalDate on,
        (ImmutableArray<LetterItem> Due, long OwedMinor, int Level) found) => found switch
        {
            { Due.IsEmpty: true } => DunningHold.NothingDue,
            _ when policy.QuietDays.Contains(on) => DunningHold.QuietDay,
            _ when account.Collected.Blocks.Any(block => block.StopsLetters && block.Holds(on)) => DunningHold.Blocked,
            _ when account.Collected.Letters.Any(letter => letter.On >= on) => DunningHold.Waiting,
            _ when found.OwedMinor < Math.Max(1, policy.MinimumMinor) => DunningHold.BelowMinimum,
            { Level: > 0 } => DunningHold.None,
            _ when found.Due.All(item => ReadyOn(account, policy, item) is null) => DunningHold.LastLevelReached,
            _ => DunningHold.Waiting,
        };
}
