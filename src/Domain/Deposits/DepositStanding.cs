using BillingActors.Domain.Accounts;
using NodaTime;

namespace BillingActors.Domain.Deposits;

/// <summary>Whether a customer has paid well for so long that a deposit goes back while service goes on.</summary>
internal static class DepositStanding
{
    /// <summary>Where something is overdue, it is looked at again after so many days.</summary>
    private const int LookAgainDays = 30;

    /// <summary>Whether it goes back on the day.</summary>
    public static bool IsGood(Account account, Deposit deposit, DepositReleaseRule rule, LocalDate on) =>
        GoodOn(account, deposit, rule) <= on && !IsDelinquent(account, rule, on);

    /// <summary>The day on which it may go back at the earliest, after a day; null: never by itself.</summary>
    public static LocalDate? NextOn(Account account, Deposit deposit, DepositReleaseRule rule, LocalDate on) =>
        GoodOn(account, deposit, rule) is { } good
            ? good > on ? good : on.PlusDays(LookAgainDays)
            : null;

    // The months are counted from the day it was paid whole; a mark counts for as many months.
    private static LocalDate? GoodOn(Account account, Deposit deposit, DepositReleaseRule rule)
    {
        if (rule.GoodMonths == 0 || deposit.PaidOn is not { } paidOn)
            return null;
        (DepositMarkKind Kind, int DaysMin, int CountMax)[] limits =
        [
            (DepositMarkKind.Late, rule.LateAfterDays + 1, rule.LateCountMax),
            (DepositMarkKind.Disconnection, 0, rule.DisconnectionCountMax),
            (DepositMarkKind.Return, 0, rule.ReturnCountMax),
        ];
        var good = paidOn.PlusMonths(rule.GoodMonths);
        foreach (var (kind, daysMin, countMax) in limits)
        {
            var ends = account.Deposited.Marks
                .Where(mark => mark.Kind == kind && mark.Days >= daysMin)
                .Select(mark => mark.On.PlusMonths(rule.GoodMonths))
                .Order()
                .ToList();
            if (ends.Count > countMax)
                good = LocalDate.Max(good, ends[ends.Count - countMax - 1]);
        }
        return good;
    }

    private static bool IsDelinquent(Account account, DepositReleaseRule rule, LocalDate on) =>
        account.OpenItems.Any(item =>
            account.Undisputed(item).Minor > 0 && item.DueOn.PlusDays(rule.LateAfterDays) < on);
}
