using System.Globalization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Deposits;

/// <summary>
/// Asks for a deposit: each part is an open item of its own, split by largest remainder, so that the parts come to the
/// deposit to the cent.
/// </summary>
public static class DepositRequest
{
    /// <summary>Refuses parts that do not fit and what was asked for otherwise; the same again is nothing.</summary>
    public static Decision<AccountEvent> Decide(Account account, RequestDeposit wanted, DepositPolicy policy)
    {
        if (Refusals.UnlessOpen(account) is { } no)
            return no;
        if (account.Deposited.Deposit(wanted.DepositId) is not { } deposit)
            return DepositRefusals.DepositUnknown;
        if (deposit.IsRequested)
            return IsSame(deposit, wanted) ? Decision<AccountEvent>.Nothing : DepositRefusals.AlreadyRequested;
        if (!deposit.IsRunning)
            return DepositRefusals.DepositEnded;
        if (wanted.On < deposit.AssessedOn)
            return Refusals.DateNotAllowed;
        var rule = policy.Instalments;
        var count = wanted.InstalmentCount ?? (int)Math.Min(rule.Count, deposit.AmountMinor);
        var first = wanted.FirstDueOn ?? wanted.On.PlusDays(rule.FirstAfterDays);
        if (count < 1 || count > rule.CountMax || count > deposit.AmountMinor || first < wanted.On)
            return DepositRefusals.InstalmentsInvalid(rule.CountMax);
        var parts = MoneySplit.ByWeights(
            new Money(deposit.AmountMinor, account.Currency), [.. Enumerable.Repeat(1m, count)]);
        var requested = new AccountEvent.DepositRequested(
            deposit.Id,
            [
                .. parts.Select((part, i) => new DepositInstalment(
                    IdOf(deposit, i + 1), first.PlusDays(i * rule.EveryDays), part.Minor)),
            ],
            wanted.On);
        Invariant.Holds(
            requested.Instalments.Sum(part => part.AmountMinor) == deposit.AmountMinor,
            "the parts of a deposit sum to it");
        return requested;
    }

    private static string IdOf(Deposit deposit, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{deposit.Id}.part-{number}");

    private static bool IsSame(Deposit deposit, RequestDeposit wanted) =>
        (wanted.InstalmentCount is not { } count || count == deposit.Instalments.Length)
        && (wanted.FirstDueOn is not { } first || first == deposit.Instalments[0].DueOn);
}
