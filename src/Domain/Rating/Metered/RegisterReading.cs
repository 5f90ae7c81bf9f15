using BillingActors.Domain.Metering;
using NodaTime;

namespace BillingActors.Domain.Rating.Metered;

/// <summary>Chooses the opening and the closing read of a register and takes their difference.</summary>
internal sealed class RegisterReading(RatingRequest request, Meter meter, Register register)
{
    /// <summary>The use, or null after adding the reason why there is none.</summary>
    public RegisterUse? Measure(HoldList holds)
    {
        var reads = Reads();
        if (Opening(reads) is not ({ } opening, var import))
        {
            holds.Add("no-read", $"{Name} has no read to start from around {StartsOn:uuuu-MM-dd}.");
            return null;
        }
        if (Closing(reads, opening) is not { } closing)
        {
            holds.Add("no-read", $"{Name}, read on {opening.On:uuuu-MM-dd}, has no read around {EndsOn:uuuu-MM-dd}.");
            return null;
        }
        if (Difference(opening, closing) is not { } difference)
        {
            holds.Add("doubtful-read",
                $"{Name} went from {opening.Value} on {opening.On:uuuu-MM-dd} to {closing.Value} on"
                + $" {closing.On:uuuu-MM-dd}: no turnover of {register.Digits} dials explains it.");
            return null;
        }
        var quantity = Exact.Normalised(difference * register.Multiplier);
        return new RegisterUse(meter, register, opening, closing, quantity, import);
    }

    private string Name => $"Register {register.Id} of meter {meter.Serial}";

    private LocalDate StartsOn => LocalDate.Max(request.Service.From, meter.InstalledOn);

    private LocalDate EndsOn => LocalDate.Min(request.Service.Until, meter.RemovedOn ?? request.Service.Until);

    private bool IsRemoved => meter.RemovedOn <= request.Service.Until;

    // The newest version of each day and kind; a read without a value is none.
    private List<RegisterRead> Reads() =>
    [
        .. request.Usage.Reads
            .Where(read => read.Register == register.Id && read.Quality != ReadQuality.Missing && IsOfMeter(read))
            .GroupBy(read => (read.On, read.Kind))
            .Select(same => same.MaxBy(read => (read.Version, read.Value))!)
            .OrderBy(read => read.On).ThenBy(read => read.Kind),
    ];

    private bool IsOfMeter(RegisterRead read) => read.MeterSerial.Length > 0
        ? read.MeterSerial == meter.Serial
        : meter.InstalledOn <= read.On && (meter.RemovedOn is not { } removed || read.On < removed
            || (read.On == removed && read.Kind == ReadKind.Final));

    private (RegisterPosition? Position, string? Import) Opening(List<RegisterRead> reads)
    {
        foreach (var position in request.Positions)
        {
            if (position.MeterSerial == meter.Serial && position.Register == register.Id)
                return (position, null);
        }
        var read = Nearest(reads, StartsOn, ReadKind.Install);
        return read is null
            ? (null, null)
            : (new RegisterPosition(meter.Serial, register.Id, read.On, read.Value, read.Scale), read.Source.ImportId);
    }

    private RegisterRead? Closing(List<RegisterRead> reads, RegisterPosition opening) =>
        Nearest(reads.FindAll(read => read.On > opening.On), EndsOn, IsRemoved ? ReadKind.Final : null);

    // Within the window on both sides: a read of long ago would bill somebody else's use. The preferred kind wins, then
    // the shorter distance, then the later day.
    private RegisterRead? Nearest(List<RegisterRead> reads, LocalDate day, ReadKind? preferred)
    {
        RegisterRead? nearest = null;
        foreach (var read in reads)
        {
            if (DaysApart(read.On, day) <= request.ReadWindowDays
                && (nearest is null || Rank(read, day, preferred).CompareTo(Rank(nearest, day, preferred)) > 0))
                nearest = read;
        }
        return nearest;
    }

    private static (bool, int, LocalDate, long, long) Rank(RegisterRead read, LocalDate day, ReadKind? preferred) =>
        (read.Kind == preferred, -DaysApart(read.On, day), read.On, read.Version, read.Value);

    private static int DaysApart(LocalDate left, LocalDate right) => Math.Abs(NodaTime.Period.DaysBetween(left, right));

    private decimal? Difference(RegisterPosition opening, RegisterRead closing) => RegisterDial.Counted(
        register, Exact.Of(opening.Value, opening.Scale), Exact.Of(closing.Value, closing.Scale));
}
