using System.CommandLine;
using BillingActors.Load.Landing;

namespace BillingActors.Cli.Verbs.Bench;

/// <summary>billing bench landing.</summary>
internal static class LandingVerb
{
    private static readonly Option<int> Meters =
        BenchCommand.Count("--meters", "Meters whose day lands.", 100_000, (100, 10_000_000));

    private static readonly Option<int> Files =
        BenchCommand.Count("--files", "Files of the day.", 10, (1, 1000));

    private static readonly Option<int> Interval = new("--interval")
    {
        Description = "Minutes of an interval: 5, 15 or 30.",
        DefaultValueFactory = _ => 30,
    };

    static LandingVerb() => Interval.Validators.Add(result =>
    {
        if (result.GetValueOrDefault<int>() is not (5 or 15 or 30))
            result.AddError("--interval must be 5, 15 or 30.");
    });

    public static Command Create(Terminal terminal) => BenchCommand.Create(
        ("landing", "Lands a day of interval files through the importer, against a reader that keeps nothing."),
        [Meters, Files, Interval],
        parsed => new LandingOptions
        {
            MeterCount = parsed.GetValue(Meters),
            FileCount = parsed.GetValue(Files),
            IntervalMinutes = parsed.GetValue(Interval),
        },
        (options, cancellation) => LandingBench.Run(options, terminal.Output, cancellation));
}
