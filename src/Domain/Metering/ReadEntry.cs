using System.Collections.Immutable;
using BillingActors.Domain.Primitives;

namespace BillingActors.Domain.Metering;

/// <summary>Checks reads that are entered by hand against the meters of their service point.</summary>
public static class ReadEntry
{
    private const int ScaleMax = 9;
    private const int DigitsMax = 18;

    /// <summary>Refuses all of them where one does not fit.</summary>
    public static Decision<RegisterRead> Decide(ServicePoint? point, EnterReads wanted)
    {
        if (point is null)
            return ReadRefusals.PointUnknown;
        var reads = ImmutableArray.CreateBuilder<RegisterRead>(wanted.Reads.Length);
        foreach (var read in wanted.Reads)
        {
            if (read.On < wanted.From || read.On > wanted.Through)
                return ReadRefusals.DayInvalid(read, wanted);
            var meters = point.Meters.Where(meter => WasThere(meter, read)).ToList();
            if (read.MeterSerial is not null && meters.Count == 0)
                return ReadRefusals.MeterUnknown(read);
            var found = meters
                .SelectMany(meter => meter.Registers, (meter, register) => (meter.Serial, Register: register))
                .LastOrDefault(pair => pair.Register.Id == read.Register);
            if (found.Register is not { } register)
                return ReadRefusals.RegisterUnknown(read);
            if (!Shows(register, read))
                return ReadRefusals.ValueInvalid(read);
            if (reads.Any(other => other.Register == read.Register && other.MeterSerial == found.Serial))
                return ReadRefusals.Repeated(read);
            reads.Add(ToRead(point, found.Serial, read, new SourceReference(wanted.SourceId, reads.Count + 1)));
        }
        return reads.DrainToImmutable();
    }

    // On the day it is removed a meter is read for the last time.
    private static bool WasThere(Meter meter, TakenRead read) =>
        (read.MeterSerial is null || meter.Serial == read.MeterSerial)
        && meter.InstalledOn <= read.On
        && (meter.RemovedOn is not { } removed || read.On <= removed);

    private static bool Shows(Register register, TakenRead read)
    {
        if (read.Value < 0 || read.Scale is < 0 or > ScaleMax)
            return false;
        return register.Digits is < 1 or > DigitsMax
            || read.Value < PowerOfTen(register.Digits + read.Scale);
    }

    private static decimal PowerOfTen(int exponent)
    {
        var power = 1m;
        for (var i = 0; i < exponent; i++)
            power *= 10;
        return power;
    }

    private static RegisterRead ToRead(
        ServicePoint point, string serial, TakenRead read, SourceReference source) => new(
        point.Id, read.Register, serial, read.On, read.Value, read.Scale, read.Quality, read.Kind, 0, source);
}
