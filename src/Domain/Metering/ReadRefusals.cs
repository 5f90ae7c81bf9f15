using System.Globalization;
using BillingActors.Domain.Primitives;
using NodaTime;

namespace BillingActors.Domain.Metering;

/// <summary>Every "no" to reads that are entered by hand; the codes are stable and documented.</summary>
public static class ReadRefusals
{
    /// <summary>There is no such service point.</summary>
    public static Refusal PointUnknown { get; } =
        new("service-point-unknown", "There is no such service point.");

    /// <summary>No meter of the serial number was there on the day.</summary>
    public static Refusal MeterUnknown(TakenRead read) =>
        new("meter-unknown", $"There was no meter '{read.MeterSerial}' on {read.On:uuuu-MM-dd}.");

    /// <summary>No meter that was there on the day has the register.</summary>
    public static Refusal RegisterUnknown(TakenRead read) =>
        new("register-unknown", $"No meter had a register '{read.Register}' on {read.On:uuuu-MM-dd}.");

    /// <summary>A register is read twice.</summary>
    public static Refusal Repeated(TakenRead read) =>
        new("read-repeated", $"Register '{read.Register}' is read more than once.");

    /// <summary>The day of a read is out of range.</summary>
    public static Refusal DayInvalid(TakenRead read, EnterReads wanted) => new(
        "read-day-invalid",
        $"{read.On:uuuu-MM-dd} is not from {wanted.From:uuuu-MM-dd} through {wanted.Through:uuuu-MM-dd}.");

    /// <summary>The dials cannot show the value.</summary>
    public static Refusal ValueInvalid(TakenRead read) => new(
        "read-value-invalid", $"Register '{read.Register}' cannot show {read.Value} at {read.Scale} decimals.");

    /// <summary>A register went down, and no turnover of its dials explains it.</summary>
    public static Refusal BelowPrevious(RegisterRead read, LocalDate previousOn, decimal previous) => new(
        "read-below-previous",
        string.Create(
            CultureInfo.InvariantCulture,
            $"Register '{read.Register}' showed {previous} on {previousOn:uuuu-MM-dd}, before this read."));
}
