using System.Globalization;

namespace BillingActors.Survival.Cores;

/// <summary>Processor time of processes, as the kernel counts it.</summary>
internal static class ProcessorTime
{
    // What the kernel tells programs in, on every Linux there is.
    private const double TicksPerSecond = 100;
    private const int UserField = 11;

    /// <summary>What a process has spent since it began, its threads included.</summary>
    public static TimeSpan Of(int processId)
    {
        var stat = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{processId}/stat"));
        // The name of the program stands in brackets and may hold anything.
        var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
        var ticks = long.Parse(fields[UserField], CultureInfo.InvariantCulture)
            + long.Parse(fields[UserField + 1], CultureInfo.InvariantCulture);
        return TimeSpan.FromSeconds(ticks / TicksPerSecond);
    }
}
