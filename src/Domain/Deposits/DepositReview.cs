using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Deposits;

/// <summary>
/// Does what comes due of deposits by itself: gives them back on the final bill and after good history, and credits
/// interest on its day of the year.
/// </summary>
public static class DepositReview
{
    /// <summary>Who stands behind what nobody asked for.</summary>
    public const string MakerId = "deposit-review";

    /// <summary>Where a rate is missing, somebody may say it any day.</summary>
    private const int LookAgainDays = 7;

    /// <summary>Nothing where nothing is due; what a missing rate holds up waits for it.</summary>
    public static Decision<AccountEvent> Decide(Account account, DepositPolicy policy, LocalDate on)
    {
        if (Refusals.UnlessKnown(account) is { } no)
            return no;
        var events = ImmutableArray.CreateBuilder<AccountEvent>();
        foreach (var id in account.Deposited.Deposits.Where(deposit => deposit.IsRunning).Select(one => one.Id))
            events.AddRange(Reviewed(account.Foresee(events), id, policy, on));
        return events.DrainToImmutable();
    }

    /// <summary>On which day a deposit is looked at next; null: when something happens.</summary>
    internal static LocalDate? NextOn(Account account, DepositPolicy policy, LocalDate on) =>
        account.Deposited.Deposits.Where(deposit => deposit.HeldMinor > 0)
            .SelectMany(deposit => Days(account, deposit, policy, on))
            .Where(day => day > on)
            .Min();

    private static IEnumerable<LocalDate?> Days(Account account, Deposit deposit, DepositPolicy policy, LocalDate on)
    {
        yield return on.PlusYears(1);
        yield return DepositStanding.NextOn(account, deposit, policy.Release, on);
        if (policy.Interest is not { } rule)
            yield break;
        if (rule.CreditedOn is { } day)
            yield return day.InYear(on.Year) > on ? day.InYear(on.Year) : day.InYear(on.Year + 1);
        if (DepositRelease.YearWithoutRate(deposit, policy, on) is not null)
            yield return on.PlusDays(LookAgainDays);
    }

    private static ImmutableArray<AccountEvent> Reviewed(
        Account account, string depositId, DepositPolicy policy, LocalDate on)
    {
        var deposit = account.Deposited.Deposit(depositId)!;
        if (on < LastDay(deposit))
            return [];
        if (IsFinal(account, on))
            return Final(account, deposit, policy, on);
        return deposit.HeldMinor > 0 && DepositStanding.IsGood(account, deposit, policy.Release, on)
            ? Released(account, deposit, policy, (DepositCause.GoodHistory, on))
            : Interest(account, deposit, policy, on);
    }

    private static LocalDate LastDay(Deposit deposit) =>
        LocalDate.Max(deposit.AssessedOn, deposit.Interest?.CountedUntil ?? deposit.AssessedOn);

    private static bool IsFinal(Account account, LocalDate on) =>
        DepositWatch.IsFinal(account) && account.Contracts.All(contract => contract.Until <= on);

    // Nobody needs a security any more: what is not paid is not asked for, what is paid goes back.
    private static ImmutableArray<AccountEvent> Final(
        Account account, Deposit deposit, DepositPolicy policy, LocalDate on)
    {
        var least = DepositReduction.Least(deposit);
        if (deposit.AmountMinor <= least)
            return deposit.HeldMinor > 0 ? Released(account, deposit, policy, (DepositCause.FinalBill, on)) : [];
        var reduced = DepositReduction.Reduced(account, deposit, least, (null, DepositCause.FinalBill, on));
        var after = account.Foresee([reduced]);
        return
        [
            reduced,
            .. deposit.HeldMinor > 0
                ? Released(after, after.Deposited.Deposit(deposit.Id)!, policy, (DepositCause.FinalBill, on))
                : [],
        ];
    }

    private static ImmutableArray<AccountEvent> Released(
        Account account, Deposit deposit, DepositPolicy policy, (DepositCause Cause, LocalDate On) how) =>
        DepositRelease.YearWithoutRate(deposit, policy, how.On) is not null
            ? []
            : DepositReturn.Of(account, deposit, policy, new DepositReturn.Order(
                deposit.HeldMinor, how.Cause, null, how.On, MakerId));

    private static ImmutableArray<AccountEvent> Interest(
        Account account, Deposit deposit, DepositPolicy policy, LocalDate on)
    {
        if (policy.Interest is not { CreditedOn: { } yearly } rule || deposit.Interest is not { } interest)
            return [];
        var day = yearly.InYear(on.Year) <= on ? yearly.InYear(on.Year) : yearly.InYear(on.Year - 1);
        var until = LocalDate.Max(day, interest.CountedUntil);
        if (day <= (interest.CreditedUntil ?? interest.HeldSince)
            || DepositInterestCount.YearWithoutRate(deposit, rule, until) is not null
            || DepositInterestCrediting.Credited(account, deposit, rule, (until, on)) is not { } credited)
        {
            return [];
        }
        var events = ImmutableArray.CreateBuilder<AccountEvent>();
        events.Add(credited);
        DepositReturn.AddSettlement(events, account, deposit, (policy.Release.Arrears, on));
        return events.DrainToImmutable();
    }
}
