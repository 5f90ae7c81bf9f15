using System.Globalization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Approvals;
using BillingActors.Domain.Deposits;
using BillingActors.Grains.Interfaces;
using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Storage.Accounts;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;
using Wire = BillingActors.Grains.Interfaces.Deposits;

namespace BillingActors.Grains.Mapping;

/// <summary>Deposits and their policy, wire ↔ domain.</summary>
internal static class DepositMapping
{
    public static DepositPolicy ToDomain(this Wire.DepositPolicyRecord record) => new(
        record.Amount is { } amount
            ? new DepositAmountRule(amount.FixedMinor, amount.BillMonths, amount.MinorMin, amount.MinorMax)
            : null,
        new DepositInstalmentRule(
            record.InstalmentCount, record.InstalmentCountMax, record.FirstAfterDays, record.EveryDays),
        record.Interest is { } interest
            ? new DepositInterestRule(
                [.. interest.Rates.Select(rate => new DepositRate(rate.Year, rate.Percent))],
                DayCountOf(interest.DayCount)!.Value,
                interest.CreditedOn is { } day ? AnnualOf(day) : null,
                interest.DaysMin)
            : null,
        new DepositReleaseRule(
            record.GoodMonths,
            record.LateCountMax,
            record.LateAfterDays,
            record.DisconnectionCountMax,
            record.ReturnCountMax,
            record.Arrears.ToWord<DepositArrears>()!.Value,
            record.IsRefunded));

    /// <summary>The day count of a word, or null.</summary>
    public static DepositDayCount? DayCountOf(string? word) => word.ToWord<DepositDayCount>();

    public static MoneyAction ToAction(this Wire.WaiveDeposit command, LocalDate on) =>
        new MoneyAction.WaivingDeposit(
            new ReduceDeposit(command.ReductionId, command.DepositId, command.AmountMinor, on));

    public static MoneyAction ToAction(this Wire.ReleaseDeposit command, LocalDate on, DepositPolicy policy) =>
        new MoneyAction.ReleasingDeposit(command.ToDomain(DepositCause.Hand, on), policy);

    public static ReleaseDeposit ToDomain(this Wire.ReleaseDeposit command, DepositCause cause, LocalDate on) =>
        new(command.ReleaseId, command.DepositId, command.AmountMinor, cause, on);

    public static BilledMonths ToBilled(this InvoiceRow invoice) => new(
        new Period(invoice.From.ToDomain(), invoice.Until.ToDomain()), invoice.TotalMinor);

    public static Wire.DepositsView ToDeposits(this LoadedAccount loaded)
    {
        var (entityId, accountId) = AccountKey.Split(loaded.Key);
        var account = loaded.State;
        return new Wire.DepositsView(
            entityId,
            accountId,
            account.Currency.Code,
            account.Deposited.HeldMinor,
            [.. account.Deposited.Deposits.Select(deposit => ToView(deposit, account))],
            loaded.Version);
    }

    private static Wire.DepositView ToView(Deposit deposit, Account account) => new(
        deposit.Id,
        deposit.Status.ToCode(),
        deposit.Basis.ToCode(),
        deposit.AssessedOn.ToWire(),
        deposit.AmountMinor,
        deposit.PaidMinor,
        deposit.HeldMinor,
        deposit.PaidOn.ToWire(),
        deposit.InterestMinor,
        (deposit.Interest?.CreditedUntil).ToWire(),
        [
            .. deposit.Instalments.Select(part => new Wire.DepositInstalmentView(
                part.ItemId,
                part.DueOn.ToWire(),
                part.AmountMinor,
                account.Item(part.ItemId)?.Open.Minor ?? 0)),
        ]);

    private static AnnualDate AnnualOf(string text) => new(
        int.Parse(text.AsSpan(0, 2), CultureInfo.InvariantCulture),
        int.Parse(text.AsSpan(3, 2), CultureInfo.InvariantCulture));
}
