using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Cash;
using NodaTime;

namespace BillingActors.Domain.Deposits;

/// <summary>
/// What happens when a deposit goes back: its interest up to the day, the credit, what it pays oldest first, and the
/// refund of the rest where the policy says so.
/// </summary>
internal static class DepositReturn
{
    /// <summary>All that happens; interest only where nothing of the deposit is held any more.</summary>
    public static ImmutableArray<AccountEvent> Of(
        Account account, Deposit deposit, DepositPolicy policy, Order order)
    {
        var events = ImmutableArray.CreateBuilder<AccountEvent>();
        if (order.AmountMinor == deposit.HeldMinor && policy.Interest is { } rule
            && DepositInterestCrediting.Credited(account, deposit, rule, (order.On, order.On)) is { } interest)
        {
            events.Add(interest);
        }
        var credited = account.Foresee(events).Deposited.Deposit(deposit.Id)!;
        events.Add(new AccountEvent.DepositReleased(
            deposit.Id,
            order.Id,
            order.Cause,
            DepositInterestCrediting.CreditIdOf(credited),
            order.AmountMinor,
            order.On));
        var arrears = order.Cause switch
        {
            DepositCause.FinalBill => DepositArrears.Open,
            DepositCause.Arrears => DepositArrears.Overdue,
            _ => policy.Release.Arrears,
        };
        AddSettlement(events, account, deposit, (arrears, order.On));
        if (policy.Release.IsRefunded && order.Cause != DepositCause.Arrears)
            AddRefunds(events, account, order);
        return events.DrainToImmutable();
    }

    /// <summary>Lets the credits among some events pay what is overdue, or all that is open, oldest first.</summary>
    public static void AddSettlement(
        ImmutableArray<AccountEvent>.Builder events,
        Account account,
        Deposit deposit,
        (DepositArrears Arrears, LocalDate On) how)
    {
        var after = account.Foresee(events);
        ImmutableArray<ItemWish> debits = [.. Debits(after, how.Arrears, how.On)];
        if (debits.IsEmpty)
            return;
        var id = string.Create(
            CultureInfo.InvariantCulture,
            $"{deposit.Id}.settled-{after.Deposited.Deposit(deposit.Id)!.CreditCount}");
        var wanted = new ApplyCredit(
            id, [.. CreditIds(events).Select(item => new ItemWish(item))], debits, how.On);
        events.AddRange(CreditApplication.Decide(after, wanted).Events);
    }

    /// <summary>How much a deposit could pay on a day.</summary>
    public static long ArrearsMinor(Account account, DepositArrears arrears, LocalDate on) =>
        Debits(account, arrears, on).Sum(wish => wish.AmountMinor ?? 0);

    // A deposit pays no deposit: what is asked for as a security stays to be paid.
    private static IEnumerable<ItemWish> Debits(Account account, DepositArrears arrears, LocalDate on) =>
        account.OpenItems
            .Where(item => item.Open.Minor > 0 && item.Kind != ItemKind.Deposit)
            .Where(item => arrears == DepositArrears.Open || item.DueOn < on)
            .OrderBy(item => item.DueOn)
            .ThenBy(item => item.IssuedOn)
            .ThenBy(item => item.Id, StringComparer.Ordinal)
            .Select(item => new ItemWish(item.Id, account.Undisputed(item).Minor))
            .Where(wish => wish.AmountMinor > 0);

    private static void AddRefunds(
        ImmutableArray<AccountEvent>.Builder events, Account account, Order order)
    {
        foreach (var credit in CreditIds(events).ToImmutableArray())
        {
            var after = account.Foresee(events);
            if (after.Item(credit) is not { Open.Minor: < 0 } item)
                continue;
            var refund = new RequestRefund(
                $"{credit}.refund", null, credit, -item.Open.Minor, null, null, order.On);
            events.AddRange(RefundEntry.OfCredit(after, refund, order.MakerId).Events);
        }
    }

    private static IEnumerable<string> CreditIds(IEnumerable<AccountEvent> events) => events.Select(happened =>
        happened switch
        {
            AccountEvent.DepositInterestCredited e => e.ItemId,
            AccountEvent.DepositReleased e => e.ItemId,
            _ => null,
        }).OfType<string>();

    /// <summary>How a deposit goes back.</summary>
    /// <param name="AmountMinor">How much.</param>
    /// <param name="Cause">Why.</param>
    /// <param name="Id">Id of the release by hand, or null.</param>
    /// <param name="On">The day.</param>
    /// <param name="MakerId">Who is behind it.</param>
    public sealed record Order(long AmountMinor, DepositCause Cause, string? Id, LocalDate On, string MakerId);
}
