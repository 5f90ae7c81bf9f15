using BillingActors.Domain.Accounts;
using BillingActors.Domain.Tariffs;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Charging;

/// <summary>Where a record belongs.</summary>
/// <param name="Contract">The contract.</param>
/// <param name="Tariff">The tariff it is on that day.</param>
/// <param name="Period">The bill period of the cycle.</param>
/// <param name="Service">The days of it that the contract is on the tariff.</param>
/// <param name="IsLate">Whether the day is billed.</param>
internal sealed record UsagePlace(Contract Contract, Tariff Tariff, Period Period, Period Service, bool IsLate)
{
    /// <summary>The place of a record; null with why there is none.</summary>
    public static UsagePlace? Of(
        Account account, UsageRecord record, UsageContext given, out (string Code, string Detail) why)
    {
        why = default;
        if (ContractOf(account, record, given, out why) is not { } contract)
            return null;
        var day = record.At.InZone(given.Zone).Date;
        var assigned = contract.Tariffs.LastOrDefault(one => one.From <= day) ?? contract.Tariffs[0];
        if (given.Tariff(assigned.TariffId) is not { } tariff)
        {
            why = (UsageRefusals.TariffGap, $"Tariff {assigned.TariffId} is not known.");
            return null;
        }
        day = record.At.InZone(tariff.Zone ?? given.Zone).Date;
        if (given.Cycle.Calendar.PeriodOf(day) is not { } period)
        {
            why = (
                UsageRefusals.CalendarGap,
                $"The calendar of cycle {given.Cycle.Id} does not reach {day:uuuu-MM-dd}.");
            return null;
        }
        if (period.Overlap(contract.From, contract.Until) is not { } life || !life.Contains(day))
        {
            why = (UsageRefusals.ContractUnclear, $"Contract {contract.Id} does not run on {day:uuuu-MM-dd}.");
            return null;
        }
        if (period.Until <= contract.BilledThrough?.PlusMonths(-UsageFile.LateMonthsMax))
        {
            why = (UsageRefusals.TooOld, $"{day:uuuu-MM-dd} is billed for more than {UsageFile.LateMonthsMax} months.");
            return null;
        }
        var service = contract.OnTariffs(life).First(part => part.Part.Contains(day)).Part;
        return new UsagePlace(contract, tariff, period, service, day < contract.BilledThrough);
    }

    private static Contract? ContractOf(
        Account account, UsageRecord record, UsageContext given, out (string Code, string Detail) why)
    {
        why = default;
        if (record.ContractId is { } id)
        {
            if (account.Contract(id) is { } named)
                return named;
            why = (UsageRefusals.ContractUnclear, $"The account has no contract {id}.");
            return null;
        }
        var day = record.At.InZone(given.Zone).Date;
        var running = account.Contracts
            .Where(contract => contract.From <= day && (contract.Until is not { } end || day < end))
            .ToList();
        if (running.Count == 1)
            return running[0];
        why = (UsageRefusals.ContractUnclear, running.Count == 0
            ? $"No contract of the account runs on {day:uuuu-MM-dd}."
            : $"{running.Count} contracts of the account run on {day:uuuu-MM-dd}; name the one it belongs to.");
        return null;
    }
}
