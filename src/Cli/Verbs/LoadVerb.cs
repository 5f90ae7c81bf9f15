using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using BillingActors.Cli.Load;

namespace BillingActors.Cli.Verbs;

/// <summary>billing load: sends a gateway the traffic of an hour and says how it answered.</summary>
internal static class LoadVerb
{
    private static readonly Option<LoadProfile> Profile = new("--profile")
    {
        Description = "The hour: " + string.Join("; ", LoadProfile.All.Select(one => $"{one.Name}: {one.Summary}")),
        HelpName = string.Join('|', LoadProfile.All.Select(one => one.Name)),
        Required = true,
        CustomParser = result => LoadProfile.Named(result.Tokens[0].Value)
            ?? CommonOptions.Wrong<LoadProfile>(result, "is no profile"),
    };

    private static readonly Option<double?> Rate = Positive("--rate", "Arrivals a second; the profile's when absent.");

    private static readonly Option<int> Seconds = new("--seconds")
    {
        Description = "How long arrivals are planned for, 1 to 3,600.",
        DefaultValueFactory = _ => 30,
    };

    private static readonly Option<double?> Skew = new("--skew")
    {
        Description = "0: all accounts alike; larger: few accounts take most; the profile's when absent.",
        CustomParser = result => Number(result, 0),
    };

    private static readonly Option<int> Seed = new("--seed") { Description = "Plans the same arrivals again." };

    private static readonly Option<int> Accounts = new("--accounts")
    {
        Description = "Accounts that take part at the most.",
        DefaultValueFactory = _ => 10_000,
    };

    private static readonly Option<DateOnly?> Until = new("--until")
    {
        Description = "cycle-night: end of the period, exclusive, as yyyy-MM-dd: a boundary of the cycle's calendar.",
    };

    private static readonly Option<double?> Percentile99 =
        Positive("--p99-max", "Fails when the 99th percentile of an operation is above this many milliseconds.");

    private static readonly Option<double> Failed = new("--failed-max")
    {
        Description = "Fails when more than this share of arrivals failed, in percent.",
        DefaultValueFactory = _ => 1,
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("load", "Sends a gateway the traffic of an hour, each arrival when it is planned.")
        {
            Profile, Rate, Seconds, Skew, Seed, Accounts, Until, Percentile99, Failed,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var plan = PlanOf(parsed);
            using var gateway = parsed.Gateway();
            var accounts = await LoadAccounts.Of(gateway, plan.AccountCount, cancellation);
            var calls = new LoadCalls(gateway, accounts, plan);
            await calls.Prepare(cancellation);
            var report = await new LoadRun(calls, plan, terminal.Progress).Run(cancellation);
            if (parsed.WantsJson())
                terminal.Json(report.ToJson());
            else
                report.Print(terminal);
            return report.Broken.IsEmpty ? ExitCode.Ok : ExitCode.Error;
        });
        return command.AsClient();
    }

    private static LoadPlan PlanOf(ParseResult parsed)
    {
        var profile = parsed.GetRequiredValue(Profile);
        var plan = new LoadPlan(
            profile,
            parsed.GetValue(Rate) ?? profile.Rate,
            parsed.GetValue(Seconds),
            parsed.GetValue(Skew) ?? profile.Skew,
            parsed.GetValue(Seed),
            parsed.GetValue(Accounts))
        {
            Until = parsed.GetValue(Until),
            Percentile99Max = parsed.GetValue(Percentile99),
            FailedPercentMax = parsed.GetValue(Failed),
        };
        if (plan.Seconds is < 1 or > 3_600)
            throw new UsageException("--seconds must be 1 to 3,600.");
        if (plan.AccountCount < 1)
            throw new UsageException("--accounts must be at least 1.");
        if (plan.ArrivalCount > LoadPlan.ArrivalCountMax)
            throw new UsageException($"--rate times --seconds is above {LoadPlan.ArrivalCountMax} arrivals.");
        if (profile.Beside == LoadOperation.DryRun && plan.Until is null)
            throw new UsageException($"{profile.Name} needs --until, a boundary of the cycle's calendar.");
        return plan;
    }

    private static Option<double?> Positive(string name, string description) => new(name)
    {
        Description = description,
        CustomParser = result => Number(result, double.Epsilon),
    };

    private static double? Number(ArgumentResult result, double least) =>
        double.TryParse(result.Tokens[0].Value, NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
        && number >= least && double.IsFinite(number)
            ? number
            : CommonOptions.Wrong<double?>(result, least > 0 ? "must be above 0" : "must not be negative");
}
