using System.Globalization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Deposits;

/// <summary>Credits the interest of a deposit to the account, as a credit item of its own.</summary>
public static class DepositInterestCrediting
{
    /// <summary>
    /// Refuses where deposits bear nothing, a year has no rate, or the day lies ahead; what comes to less than a cent
    /// is nothing yet.
    /// </summary>
    public static Decision<AccountEvent> Decide(Account account, CreditDepositInterest wanted, DepositPolicy policy)
    {
        if (Refusals.UnlessKnown(account) is { } no)
            return no;
        if (policy.Interest is not { } rule)
            return DepositRefusals.InterestMissing;
        if (account.Deposited.Deposit(wanted.DepositId) is not { } deposit)
            return DepositRefusals.DepositUnknown;
        if (deposit.Interest is not { } interest)
            return DepositRefusals.NotHeld;
        if (interest.CreditedUntil >= wanted.Until)
            return Decision<AccountEvent>.Nothing;
        if (wanted.Until > wanted.On || wanted.Until < interest.CountedUntil)
            return Refusals.DateNotAllowed;
        return DepositInterestCount.YearWithoutRate(deposit, rule, wanted.Until) is { } year
            ? DepositRefusals.RateMissing(year)
            : Credited(account, deposit, rule, (wanted.Until, wanted.On)) is { } credited
                ? credited
                : Decision<AccountEvent>.Nothing;
    }

    /// <summary>The credit of all interest up to a day; null where it comes to nothing yet.</summary>
    internal static AccountEvent.DepositInterestCredited? Credited(
        Account account, Deposit deposit, DepositInterestRule rule, (LocalDate Until, LocalDate On) days)
    {
        if (deposit.Interest is not { } interest
            || NodaTime.Period.DaysBetween(interest.HeldSince, days.Until) < rule.DaysMin)
        {
            return null;
        }
        var parts = DepositInterestCount.Parts(deposit, rule, days.Until);
        var exact = DepositInterestCount.ExactMinor(deposit, rule, parts);
        var minor = decimal.ToInt64(Rounding.HalfAwayFromZero(exact, 0));
        if (minor <= 0)
            return null;
        var credited = new AccountEvent.DepositInterestCredited(
            deposit.Id,
            CreditIdOf(deposit),
            minor,
            days.Until,
            rule.DayCount,
            parts,
            exact - minor,
            days.On);
        Invariant.Holds(
            account.Item(credited.ItemId) is null && Math.Abs(credited.CarryMinor) <= 0.5m,
            "interest is credited to the cent, once");
        return credited;
    }

    /// <summary>The id of the next credit item of a deposit.</summary>
    internal static string CreditIdOf(Deposit deposit) =>
        string.Create(CultureInfo.InvariantCulture, $"{deposit.Id}.credit-{deposit.CreditCount + 1}");
}
