using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Metering;

namespace BillingActors.Domain.Invoicing;

/// <summary>
/// A hash of everything a calculation looked at, so that release can tell whether anything changed in between.
/// </summary>
public static class InputHash
{
    /// <summary>32 hexadecimal characters; equal inputs give equal hashes whatever their order of days and reads.</summary>
    public static string Of(Account account, ClosingInputs inputs)
    {
        var text = new StringBuilder(1024);
        text.Append(CultureInfo.InvariantCulture, $"{inputs.Until:uuuu-MM-dd}|{account.Status}|{account.TermsDays}|");
        text.Append(CultureInfo.InvariantCulture, $"{inputs.Cycle.Id},{inputs.Cycle.ReadWindowDays},");
        text.Append(CultureInfo.InvariantCulture, $"{inputs.Cycle.Calendar.AnchorDay},{inputs.Cycle.Calendar.Months}|");
        foreach (var charge in account.Charges)
            text.Append(CultureInfo.InvariantCulture, $"{charge.Id}={charge.Amount.Minor};");
        foreach (var (contract, period) in CycleCalculation.DueContracts(account, inputs))
        {
            text.Append(CultureInfo.InvariantCulture, $"|{contract.Id}:{period}");
            foreach (var tariff in contract.Tariffs)
                text.Append(CultureInfo.InvariantCulture, $",{tariff.TariffId}@{tariff.From:uuuu-MM-dd}");
            if (inputs.Contracts.FirstOrDefault(c => c.ContractId == contract.Id) is { } given)
                Append(text, given);
        }
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())), 0, 16);
    }

    private static void Append(StringBuilder text, ContractInputs given)
    {
        foreach (var version in given.Tariffs.SelectMany(t => t.Versions, (t, v) => t.Reference(v)))
            text.Append(version).Append(';');
        if (given.Usage is not { } usage)
            return;
        foreach (var day in usage.Days.OrderBy(d => d.Day).ThenBy(d => d.Channel, StringComparer.Ordinal))
            text.Append(CultureInfo.InvariantCulture, $"{day.Channel}{day.Day.Year * 1000 + day.Day.DayOfYear}v{day.Version};");
        foreach (var read in usage.Reads.OrderBy(r => r.On).ThenBy(r => r.Register, StringComparer.Ordinal))
            Append(text, read);
    }

    private static void Append(StringBuilder text, RegisterRead read) =>
        text.Append(CultureInfo.InvariantCulture, $"{read.MeterSerial}.{read.Register}@{read.On:uuuu-MM-dd}v{read.Version};");
}
