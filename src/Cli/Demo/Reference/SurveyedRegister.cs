using BillingActors.Grains.Interfaces.Metering;

namespace BillingActors.Cli.Demo.Reference;

/// <summary>A register of a meter as the files show it: unit, dials, and the days it was read on.</summary>
internal sealed class SurveyedRegister(MeterRead first)
{
    public string Id => first.Register;

    public string MeterSerial => first.MeterSerial.Length == 0 ? "unnamed" : first.MeterSerial;

    public string Unit => first.Unit;

    public string Direction => first.Direction;

    /// <summary>As many dials as the widest read was written with.</summary>
    public int Digits { get; private set; } = 1;

    public SortedSet<DateOnly> ReadDays { get; } = [];

    /// <summary>Takes a read in, written with a number of digits before the point.</summary>
    public void Take(MeterRead read, int digits)
    {
        Digits = Math.Clamp(Math.Max(Digits, digits), 1, 12);
        ReadDays.Add(read.On);
        if (read.PreviousOn is { } previous)
            ReadDays.Add(previous);
    }
}
