using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Tariffs;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Invoicing;

/// <summary>
/// A hash of everything a calculation looked at, and of nothing else, so that release can tell whether anything
/// changed in
/// between.
/// </summary>
public static class InputHash
{
    private static readonly CultureInfo Invariant = CultureInfo.InvariantCulture;

    /// <summary>
    /// 32 hexadecimal characters; equal inputs give equal hashes whatever their order of days and reads.
    /// </summary>
    public static string Of(Account account, ClosingInputs inputs)
    {
        var text = new StringBuilder(2048);
        text.Append(Invariant, $"{inputs.Until:uuuu-MM-dd}|{account.Status}|{account.Currency}|{account.TermsDays}|");
        text.Append(Invariant, $"{inputs.Entity.Zone.Id}|");
        Append(text, inputs.Cycle);
        foreach (var charge in CycleCalculation.DueCharges(account, inputs))
        {
            text.Append(Invariant, $"|{charge.Id}={charge.Amount.Minor},{charge.TaxCategory},{charge.On:uuuu-MM-dd},");
            text.Append(Invariant, $"{charge.Text.Length}:{charge.Text}");
        }
        foreach (var (contract, period) in CycleCalculation.DueContracts(account, inputs))
            Append(text, contract, period, inputs.Contracts.FirstOrDefault(c => c.ContractId == contract.Id));
        return Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(text.ToString())), 0, 16);
    }

    private static void Append(StringBuilder text, BillCycle cycle)
    {
        text.Append(Invariant, $"{cycle.Id},{cycle.ReadWindowDays},{cycle.HoldZeroUse},");
        text.Append(Invariant, $"{cycle.HighUseFactor},{cycle.LowUseFactor},");
        text.Append(Invariant, $"{cycle.Calendar.AnchorDay},{cycle.Calendar.Months}");
        if (cycle.Calendar.AnchorMonth != 1) // January is not written: hashes of before there was a choice still hold.
            text.Append(Invariant, $",{cycle.Calendar.AnchorMonth}");
        if (!cycle.Calendar.Boundaries.IsDefaultOrEmpty)
            text.AppendJoin(',', cycle.Calendar.Boundaries.Select(day => day.ToString("uuuu-MM-dd", Invariant)));
    }

    private static void Append(StringBuilder text, Contract contract, Period period, ContractInputs? given)
    {
        text.Append(Invariant, $"|{contract.Id}:{period}");
        foreach (var (part, tariffId) in contract.OnTariffs(period))
        {
            if (given?.Tariff(tariffId) is { } tariff)
                Append(text, tariff, part);
            else
                text.Append(Invariant, $"|{tariffId}?{part}");
        }
        if (given?.Usage is not { } usage)
            return;
        text.Append(Invariant, $"|{usage.ServicePoint.Id}");
        AppendSorted(text, usage.ServicePoint.Meters.SelectMany(Describe));
        AppendSorted(text, usage.Days.Select(Describe));
        AppendSorted(text, usage.Reads.Select(Describe));
    }

    // Only the versions that price these days: one that begins later changes nothing here.
    private static void Append(StringBuilder text, Tariff tariff, Period part)
    {
        foreach (var piece in tariff.VersionsIn(part))
            text.Append(Invariant, $"|{tariff.Id}@{piece.Version?.Number ?? 0}:{piece.Period}");
    }

    // Lines are sorted as text: no order by day is a total one, as two meters are read on the day of an exchange.
    private static void AppendSorted(StringBuilder text, IEnumerable<string> lines)
    {
        var sorted = lines.ToArray();
        Array.Sort(sorted, StringComparer.Ordinal);
        text.Append('|').AppendJoin(';', sorted);
    }

    private static IEnumerable<string> Describe(Meter meter) =>
    [
        string.Create(Invariant, $"{meter.Serial}:{meter.InstalledOn:uuuu-MM-dd}..{meter.RemovedOn:uuuu-MM-dd}"),
        .. meter.Registers.Select(register => string.Create(
            Invariant,
            $"{meter.Serial}.{register.Id},{register.Unit},{register.Direction},{register.Digits},"
            + $"{register.Multiplier}")),
        .. meter.Channels.Select(channel => string.Create(
            Invariant,
            $"{meter.Serial}/{channel.Id},{channel.Unit},{channel.Direction},{channel.IntervalMinutes}")),
    ];

    private static string Describe(IntervalDay day) => string.Create(
        Invariant, $"{day.Channel} {DayNumber(day)} {day.OffsetMinutes} v{day.Version}");

    private static string Describe(RegisterRead read) => string.Create(
        Invariant,
        $"{read.MeterSerial}.{read.Register}@{read.On:uuuu-MM-dd} {read.Kind} v{read.Version} {read.Value}e{read.Scale}"
        + $"{read.Quality}");

    private static int DayNumber(IntervalDay day) => (day.Day.Year * 1000) + day.Day.DayOfYear;
}
