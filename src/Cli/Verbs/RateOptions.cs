using System.Collections.Immutable;
using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using BillingActors.Cli.Rating;
using BillingActors.Cli.Rating.Files;
using BillingActors.Cli.Rating.Text;
using BillingActors.Cli.Rating.Usage;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs.Settings;
using NodaTime;
using NodaTime.Text;

namespace BillingActors.Cli.Verbs;

/// <summary>The options of billing rate.</summary>
internal static class RateOptions
{
    private const string Monthly = "monthly";
    private const int DialsMax = 12;

    /// <summary>Where the state goes.</summary>
    public static readonly Option<string?> StateOut = new("--state-out")
    {
        Description = "Write what the next bill starts from to this file.",
    };

    private static readonly Option<string[]> Tariff = new("--tariff")
    {
        Description = "Tariff as JSON; given again, tariffs that a subscription may change to.",
        Required = true,
    };

    private static readonly Option<string[]> Usage = new("--usage")
    {
        Description = "File of usage; given again, more of it, such as events beside the life of a subscription.",
        Required = true,
    };

    private static readonly Option<string?> Format = new("--usage-format")
    {
        Description = $"{string.Join(", ", UsageFile.Kinds)}; recognised by the content when absent.",
    };

    private static readonly Option<LocalDate?> From = Day("--from", "First day; that of the usage when absent.");

    private static readonly Option<LocalDate?> To = Day("--to", "End day, exclusive; that of the usage when absent.");

    private static readonly Option<string?> Start = new("--start")
    {
        Description = "When the first value of a series begins: a day, a local time or an instant.",
    };

    private static readonly Option<int?> Interval = new("--interval") { Description = "Minutes of an interval." };

    private static readonly Option<string?> Point = new("--service-point")
    {
        Description = "Which metering point of the file; the only one when absent.",
    };

    private static readonly Option<BillingCalendar?> Cycle = new("--cycle")
    {
        Description = "Bill periods: monthly, as when absent and the usage tells none, or days with two points"
            + " between, such as 2025-01-15..2025-02-14.",
        CustomParser = CycleOf,
    };

    private static readonly Option<int?> Dials = new("--dials")
    {
        Description = "Digits of a register before the point; those of its highest read when absent.",
        CustomParser = static result =>
            int.TryParse(result.Tokens[0].Value, CultureInfo.InvariantCulture, out var count)
            && count is > 0 and <= DialsMax
                ? count
                : CommonOptions.Wrong<int?>(result, "is no number of dials from 1 to 12"),
    };

    private static readonly Option<decimal?> Multiplier = new("--multiplier")
    {
        Description = "Factor of registers, such as that of current transformers; 1 when absent.",
        CustomParser = static result => ExactNumber.Read(result.Tokens[0].Value) is { } factor and > 0m
            ? factor
            : CommonOptions.Wrong<decimal?>(result, "is no factor above zero"),
    };

    private static readonly Option<DateTimeZone?> Zone = new("--zone")
    {
        Description = "Zone of local times, such as Europe/Berlin; that of the tariff, else UTC, when absent.",
        CustomParser = result => DateTimeZoneProviders.Tzdb.GetZoneOrNull(result.Tokens[0].Value)
            ?? CommonOptions.Wrong<DateTimeZone>(result, "is no time zone such as Europe/Berlin"),
    };

    private static readonly Option<string[]> Set = new("--set")
    {
        Description = "A named setting, as name=value; may be given several times.",
    };

    private static readonly Option<string?> Tax = new("--tax")
    {
        Description = "File with tax jurisdictions and the customer's tax status; absent: the taxes of the tariff.",
    };

    private static readonly Option<string?> State = new("--state")
    {
        Description = "File with what earlier bills left behind.",
    };

    private static readonly Option<string> StateKey = new("--state-key")
    {
        Description = "Secret under which numbers of subscribers are hidden in the state.",
        DefaultValueFactory = _ => "",
    };

    /// <summary>Adds them all.</summary>
    public static void AddTo(Command command)
    {
        foreach (var option in new Option[]
        {
            Tariff, Usage, Format, From, To, Start, Interval, Point, Cycle, Dials, Multiplier, Zone, Set, Tax, State,
            StateOut, StateKey,
        })
            command.Add(option);
    }

    /// <summary>What they ask for.</summary>
    public static async Task<RateTask> TaskOf(ParseResult parsed, CancellationToken cancellation)
    {
        var tariffs = parsed.GetRequiredValue(Tariff);
        var usage = parsed.GetRequiredValue(Usage);
        var state = parsed.GetValue(State);
        var tax = parsed.GetValue(Tax);
        CheckFiles(Tariff, tariffs);
        CheckFiles(Usage, usage);
        CheckFiles(Tax, tax);
        CheckFiles(State, state);
        return new RateTask([.. tariffs], [.. usage])
        {
            UsageFormat = KindOf(parsed.GetValue(Format)),
            From = parsed.GetValue(From),
            To = parsed.GetValue(To),
            Start = parsed.GetValue(Start),
            IntervalMinutes = parsed.GetValue(Interval),
            ServicePoint = parsed.GetValue(Point),
            Cycle = parsed.GetValue(Cycle),
            Dials = parsed.GetValue(Dials),
            Multiplier = parsed.GetValue(Multiplier) ?? 1m,
            Zone = parsed.GetValue(Zone),
            StateKey = parsed.GetValue(StateKey) ?? "",
            Settings = SettingsOf(parsed.GetValue(Set) ?? []),
            Taxes = tax is null ? null : await TaxFile.Read(tax, cancellation),
            State = state is null
                ? RatingState.Empty
                : StateJson.Read(await File.ReadAllTextAsync(state, cancellation)),
        };
    }

    private static void CheckFiles(Option option, params IEnumerable<string?> files)
    {
        foreach (var file in files)
        {
            if (file is not null && !File.Exists(file))
                throw new UsageException($"{option.Name}: There is no file {file}.");
        }
    }

    private static string? KindOf(string? name) =>
        name is null || UsageFile.Kinds.Contains(name, StringComparer.Ordinal)
            ? name
            : throw new UsageException($"--usage-format {name} is none of {string.Join(", ", UsageFile.Kinds)}.");

    private static RatingSettings SettingsOf(string[] given)
    {
        var settings = RatingSettings.Default;
        foreach (var text in given)
        {
            var equals = text.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0)
                throw new UsageException($"--set {text} is not of the form name=value.");
            settings = settings.With(text[..equals], text[(equals + 1)..], out var problem)
                ?? throw new UsageException($"--set: {problem}");
        }
        return settings;
    }

    private static Option<LocalDate?> Day(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result => DayOf(result.Tokens[0].Value)
            ?? CommonOptions.Wrong<LocalDate?>(result, "is no day such as 2025-01-31"),
    };

    private static BillingCalendar? CycleOf(ArgumentResult result)
    {
        var text = result.Tokens[0].Value;
        if (text == Monthly)
            return BillingCalendar.Monthly;
        ImmutableArray<LocalDate?> days = [.. text.Split("..").Select(DayOf)];
        var isOrdered = days.Length > 1 && days.All(static day => day is not null)
            && days.Zip(days.Skip(1)).All(static pair => pair.First < pair.Second);
        return isOrdered
            ? new BillingCalendar(1, 1, [.. days.Select(static day => day!.Value)])
            : CommonOptions.Wrong<BillingCalendar>(
                result, "is neither monthly nor days in order such as 2025-01-15..2025-02-14");
    }

    private static LocalDate? DayOf(string text) =>
        LocalDatePattern.Iso.Parse(text) is { Success: true } day ? day.Value : null;
}
