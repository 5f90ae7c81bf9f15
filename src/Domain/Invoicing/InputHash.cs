using System.Collections.Immutable;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Charging;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Tariffs;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Invoicing;

/// <summary>
/// A hash of everything a calculation looked at, and of nothing else, so that release can tell whether anything
/// changed in between.
/// </summary>
public static class InputHash
{
    /// <summary>
    /// 32 hexadecimal characters; equal inputs give equal hashes whatever their order of days and reads.
    /// </summary>
    public static string Of(Account account, ClosingInputs inputs)
    {
        var input = new HashInput();
        input.Add(inputs.Until);
        input.Add((long)account.Status);
        input.Add(account.Currency.Code);
        input.Add(account.TermsDays);
        input.Add(inputs.Entity.Zone.Id);
        Add(input, inputs.Cycle);
        var charges = CycleCalculation.DueCharges(account, inputs);
        input.Add(charges.Length);
        foreach (var charge in charges)
            Add(input, charge);
        foreach (var (contract, period) in CycleCalculation.DueContracts(account, inputs))
            Add(input, contract, period, inputs.Contracts.FirstOrDefault(c => c.ContractId == contract.Id));
        TaxHash.Add(input, inputs.TaxStanding);
        return input.Hash();
    }

    private static void Add(HashInput input, BillCycle cycle)
    {
        input.Add(cycle.Id);
        input.Add(cycle.ReadWindowDays);
        input.Add(cycle.HoldZeroUse ? 1L : 0L);
        input.Add(cycle.HighUseFactor);
        input.Add(cycle.LowUseFactor);
        input.Add(cycle.Calendar.AnchorDay);
        input.Add(cycle.Calendar.Months);
        input.Add(cycle.Calendar.AnchorMonth);
        input.Add(cycle.Calendar.Boundaries.IsDefault ? 0 : cycle.Calendar.Boundaries.Length);
        foreach (var day in cycle.Calendar.Boundaries.IsDefault ? [] : cycle.Calendar.Boundaries)
            input.Add(day);
    }

    private static void Add(HashInput input, PendingCharge charge)
    {
        input.Add(charge.Id);
        input.Add(charge.Amount.Minor);
        input.Add(charge.TaxCategory);
        input.Add(charge.On);
        input.Add(charge.Text);
    }

    private static void Add(HashInput input, Contract contract, Period period, ContractInputs? given)
    {
        input.Add(contract.Id);
        Add(input, period);
        foreach (var (part, tariffId) in contract.OnTariffs(period))
            Add(input, tariffId, given?.Tariff(tariffId), part);
        Add(input, contract.Usage, period);
        if (given?.Usage is not { } usage)
        {
            input.Add(-1L);
            return;
        }
        input.Add(usage.ServicePoint.Id);
        Add(input, usage.ServicePoint.Meters);
        Add(input, usage.Days);
        Add(input, usage.Reads);
    }

    // Records of later days come while a run goes on and change nothing here.
    private static void Add(HashInput input, UsageFile? usage, Period billed)
    {
        foreach (var period in usage?.Periods ?? [])
        {
            if (period.Period.From >= billed.Until)
                continue;
            Add(input, period.Period);
            input.Add(period.LastVersion);
            input.Add(period.LateVersions.Length);
        }
    }

    // Only the versions that price these days: one that begins later changes nothing here.
    private static void Add(HashInput input, string tariffId, Tariff? tariff, Period part)
    {
        input.Add(tariffId);
        if (tariff is null)
        {
            input.Add(-1L);
            Add(input, part);
            return;
        }
        foreach (var piece in tariff.VersionsIn(part))
        {
            input.Add(piece.Version?.Number ?? 0);
            Add(input, piece.Period);
        }
    }

    private static void Add(HashInput input, ImmutableArray<Meter> meters)
    {
        input.Add(meters.Length);
        foreach (var meter in Sorted(meters, Compare))
        {
            input.Add(meter.Serial);
            input.Add(meter.InstalledOn);
            input.Add(meter.RemovedOn);
            input.Add(meter.Registers.Length);
            foreach (var register in Sorted(meter.Registers, static (a, b) => string.CompareOrdinal(a.Id, b.Id)))
                Add(input, register);
            input.Add(meter.Channels.Length);
            foreach (var channel in Sorted(meter.Channels, static (a, b) => string.CompareOrdinal(a.Id, b.Id)))
                Add(input, channel);
        }
    }

    private static void Add(HashInput input, Register register)
    {
        input.Add(register.Id);
        input.Add(register.Unit);
        input.Add((long)register.Direction);
        input.Add(register.Digits);
        input.Add(register.Multiplier);
    }

    private static void Add(HashInput input, Channel channel)
    {
        input.Add(channel.Id);
        input.Add(channel.Unit);
        input.Add((long)channel.Direction);
        input.Add(channel.IntervalMinutes);
    }

    private static void Add(HashInput input, ImmutableArray<IntervalDay> days)
    {
        input.Add(days.Length);
        foreach (var day in Sorted(days, Compare))
        {
            input.Add(day.Channel);
            input.Add(day.Day);
            input.Add(day.OffsetMinutes);
            input.Add(day.Version);
        }
    }

    private static void Add(HashInput input, ImmutableArray<RegisterRead> reads)
    {
        input.Add(reads.Length);
        foreach (var read in Sorted(reads, Compare))
        {
            input.Add(read.MeterSerial);
            input.Add(read.Register);
            input.Add(read.On);
            input.Add((long)read.Kind);
            input.Add(read.Version);
            input.Add(read.Value);
            input.Add(read.Scale);
            input.Add((long)read.Quality);
        }
    }

    private static void Add(HashInput input, Period period)
    {
        input.Add(period.From);
        input.Add(period.Until);
    }

    private static int Compare(Meter left, Meter right) =>
        Chain(string.CompareOrdinal(left.Serial, right.Serial), left.InstalledOn.CompareTo(right.InstalledOn));

    // Both orders are over all that is hashed: two meters are read on the day of an exchange.
    private static int Compare(IntervalDay left, IntervalDay right) =>
        Chain(string.CompareOrdinal(left.Channel, right.Channel), left.Day.CompareTo(right.Day)) is var first and not 0
            ? first
            : Chain(left.OffsetMinutes.CompareTo(right.OffsetMinutes), left.Version.CompareTo(right.Version));

    private static int Compare(RegisterRead left, RegisterRead right)
    {
        var order = Chain(
            string.CompareOrdinal(left.MeterSerial, right.MeterSerial),
            string.CompareOrdinal(left.Register, right.Register));
        order = Chain(order, left.On.CompareTo(right.On));
        order = Chain(order, left.Kind.CompareTo(right.Kind));
        order = Chain(order, left.Version.CompareTo(right.Version));
        order = Chain(order, left.Value.CompareTo(right.Value));
        order = Chain(order, left.Scale.CompareTo(right.Scale));
        return Chain(order, left.Quality.CompareTo(right.Quality));
    }

    private static int Chain(int order, int next) => order != 0 ? order : next;

    private static ImmutableArray<T> Sorted<T>(ImmutableArray<T> items, Comparison<T> order)
    {
        for (var i = 1; i < items.Length; i++)
        {
            if (order(items[i - 1], items[i]) > 0)
                return items.Sort(order);
        }
        return items;
    }
}
