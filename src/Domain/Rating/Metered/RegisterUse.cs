using BillingActors.Domain.Metering;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>What one register of one meter counted between the read billed last and the read billed now.</summary>
/// <param name="Meter">The meter.</param>
/// <param name="Register">The register.</param>
/// <param name="Opening">Where the use begins.</param>
/// <param name="Closing">The read it ends with.</param>
/// <param name="Quantity">Difference times multiplier, in the unit of the register.</param>
/// <param name="OpeningImport">Import of the opening read, or null where a position opens.</param>
internal sealed record RegisterUse(
    Meter Meter,
    Register Register,
    RegisterPosition Opening,
    RegisterRead Closing,
    decimal Quantity,
    string? OpeningImport)
{
    /// <summary>The position the next bill starts from.</summary>
    public RegisterPosition NewPosition =>
        new(Meter.Serial, Register.Id, Closing.On, Closing.Value, Closing.Scale);

    /// <summary>How the line names it: "11 M1 2025-01-01 100 .. 2025-02-01 250".</summary>
    public string Reference =>
        $"{Register.Id} {Meter.Serial} {Opening.On:uuuu-MM-dd} {Shown(Opening.Value, Opening.Scale)}"
        + $" .. {Closing.On:uuuu-MM-dd} {Shown(Closing.Value, Closing.Scale)}";

    /// <summary>
    /// The part of some service days: use is taken as even over the days between the reads, and days before or after
    /// the service count with its first or last day, so that all parts sum to the whole.
    /// </summary>
    public decimal QuantityIn(Period days, Period service, decimal total) =>
        Until(days.Until, service, total) - Until(days.From, service, total);

    private decimal Until(LocalDate day, Period service, decimal total)
    {
        if (day <= service.From)
            return 0m;
        if (day >= service.Until)
            return total;
        return Exact.Cumulated(
            total,
            NodaTime.Period.DaysBetween(Opening.On, day),
            NodaTime.Period.DaysBetween(Opening.On, Closing.On));
    }

    private static string Shown(long value, int scale) => Exact.Text(value * Exact.PowerOfTen(-scale));
}
