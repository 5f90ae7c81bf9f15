using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Domain.Accounts;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Rating.Metered;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Explanations;

/// <summary>
/// Puts reads that nobody took in the place of those that were taken, so that days are rated as if they had been.
/// </summary>
public static class AssumedReads
{
    private const string SourceId = "what-if";

    /// <summary>
    /// The reads as they would be stored: a correction keeps the kind of the read it replaces, any other is out of
    /// turn. All are refused where one could not be taken, or could have no effect on the days.
    /// </summary>
    public static Decision<RegisterRead> Decide(
        Contract contract, ClosingInputs inputs, ImmutableArray<TakenRead> assumed)
    {
        if (assumed.IsEmpty || contract.Unbilled(inputs.Until) is not { } service)
            return Decision<RegisterRead>.Nothing;
        if (UsageOf(contract.Id, inputs) is not { } usage)
            return ReadRefusals.PointUnknown;
        var reads = ImmutableArray.CreateBuilder<RegisterRead>(assumed.Length);
        for (var i = 0; i < assumed.Length; i++)
        {
            var decision = ReadEntry.Decide(usage.ServicePoint, new EnterReads(
                [assumed[i]],
                FirstDay(contract, assumed[i], service, inputs.Cycle.ReadWindowDays),
                service.Until.PlusDays(inputs.Cycle.ReadWindowDays),
                SourceId));
            if (decision.Refusal is { } refusal)
                return At(i, refusal);
            var read = decision.Events[0];
            if (reads.Any(other => IsSameDay(other, read)))
                return At(i, ReadRefusals.Repeated(assumed[i]));
            reads.Add(AsStored(read, usage.Reads));
        }
        return Below(contract, usage, reads.DrainToImmutable());
    }

    /// <summary>The inputs with the reads in their places.</summary>
    public static ClosingInputs In(ClosingInputs inputs, string contractId, ImmutableArray<RegisterRead> reads) =>
        reads.IsEmpty
            ? inputs
            : inputs with
            {
                Contracts =
                [
                    .. inputs.Contracts.Select(given => given.ContractId == contractId && given.Usage is { } usage
                        ? given with { Usage = usage with { Reads = Replaced(usage.Reads, reads) } }
                        : given),
                ],
            };

    /// <summary>What a register showed on the day so far; null where it was not read.</summary>
    public static RegisterRead? Standing(ClosingInputs inputs, string contractId, RegisterRead read) =>
        Newest(UsageOf(contractId, inputs)?.Reads ?? [], read);

    /// <summary>The register that a read is of; null where it is not known.</summary>
    public static Register? RegisterOf(ClosingInputs inputs, string contractId, RegisterRead read) =>
        UsageOf(contractId, inputs) is { } usage ? RegisterOf(usage, read) : null;

    private static ContractUsage? UsageOf(string contractId, ClosingInputs inputs) =>
        inputs.Contracts.FirstOrDefault(given => given.ContractId == contractId)?.Usage;

    // What a register was billed up to stays as it was, so only a later read can change the bill.
    private static LocalDate FirstDay(Contract contract, TakenRead read, Period service, int windowDays)
    {
        var billed = contract.Positions
            .Where(position => position.Register == read.Register
                && (read.MeterSerial is null || position.MeterSerial == read.MeterSerial))
            .ToList();
        return billed.Count == 0
            ? service.From.PlusDays(-windowDays)
            : billed.Max(position => position.On).PlusDays(1);
    }

    private static RegisterRead AsStored(RegisterRead read, ImmutableArray<RegisterRead> known)
    {
        var standing = Newest(known, read);
        return read with { Kind = standing?.Kind ?? ReadKind.Special, Version = (standing?.Version ?? 0) + 1 };
    }

    private static RegisterRead? Newest(ImmutableArray<RegisterRead> known, RegisterRead read) => known
        .Where(other => IsSameDay(other, read) && other.Quality != ReadQuality.Missing)
        .MaxBy(other => (other.Version, other.Value));

    private static bool IsSameDay(RegisterRead left, RegisterRead right) =>
        IsSameRegister(left, right) && left.On == right.On;

    private static bool IsSameRegister(RegisterRead left, RegisterRead right) =>
        left.Register == right.Register && left.MeterSerial == right.MeterSerial;

    private static ImmutableArray<RegisterRead> Replaced(
        ImmutableArray<RegisterRead> known, ImmutableArray<RegisterRead> reads) =>
    [
        .. known.Where(old => !reads.Any(read => IsSameDay(old, read) && old.Kind == read.Kind)),
        .. reads,
    ];

    private static Decision<RegisterRead> Below(
        Contract contract, ContractUsage usage, ImmutableArray<RegisterRead> reads)
    {
        var all = Replaced(usage.Reads, reads);
        for (var i = 0; i < reads.Length; i++)
        {
            var read = reads[i];
            if (Previous(contract, all, read) is ({ } on, var value)
                && RegisterOf(usage, read) is { } register
                && RegisterDial.Counted(register, value, Exact.Of(read.Value, read.Scale)) is null)
                return At(i, ReadRefusals.BelowPrevious(read, on, value));
        }
        return reads;
    }

    private static (LocalDate? On, decimal Value) Previous(
        Contract contract, ImmutableArray<RegisterRead> all, RegisterRead read)
    {
        var shown = all
            .Where(other => IsSameRegister(other, read) && other.Quality != ReadQuality.Missing)
            .Select(other => (other.On, other.Value, other.Scale))
            .Concat(contract.Positions
                .Where(position => position.Register == read.Register && position.MeterSerial == read.MeterSerial)
                .Select(position => (position.On, position.Value, position.Scale)))
            .Where(other => other.On < read.On)
            .OrderBy(other => other.On)
            .ToList();
        return shown is [.., var last] ? (last.On, Exact.Of(last.Value, last.Scale)) : (null, 0m);
    }

    private static Register? RegisterOf(ContractUsage usage, RegisterRead read) => usage.ServicePoint.Meters
        .Where(meter => meter.Serial == read.MeterSerial)
        .SelectMany(meter => meter.Registers)
        .FirstOrDefault(register => register.Id == read.Register);

    // The same refusal, saying which of several reads and which member of it is meant.
    private static Refusal At(int index, Refusal refusal)
    {
        var field = refusal.Code switch
        {
            "meter-unknown" => "meterSerial",
            "register-unknown" or "read-repeated" => "register",
            "read-day-invalid" => "on",
            _ => "value",
        };
        return refusal with
        {
            Detail = string.Create(CultureInfo.InvariantCulture, $"reads/{index}/{field}: {refusal.Detail}"),
        };
    }
}
