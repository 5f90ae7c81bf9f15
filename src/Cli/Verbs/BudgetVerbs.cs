using System.CommandLine;
using System.Globalization;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.Budgets;
using static BillingActors.Cli.Verbs.AccountOptions;

namespace BillingActors.Cli.Verbs;

/// <summary>billing budget: even instalments in the place of bills that differ.</summary>
internal static class BudgetVerbs
{
    private static readonly Option<int> Instalments = new("--instalments")
    {
        Description = "Instalments of a year, 1 to 12.",
        DefaultValueFactory = _ => 12,
    };

    public static Command Create(Terminal terminal) => new("budget", "Budget billing: instalments and settlement.")
    {
        Show(terminal), Estimate(terminal), Agree(terminal), Adjust(terminal), End(terminal),
    };

    private static Command Show(Terminal terminal) =>
        new Command("show", "Shows the budget plans of an account.").Shows<BudgetView>(
            terminal,
            _ => "/budget",
            view =>
            {
                terminal.Line($"{view.EntityId}/{view.AccountId}: "
                    + $"{Amounts.Of(view.BalanceMinor, view.Currency)} charged and not billed");
                foreach (var plan in view.Plans)
                    Print(terminal, plan, view.Currency);
            });

    private static Command Estimate(Terminal terminal) =>
        new Command("estimate", "Says what an instalment should be, from the bills of the year before.") { Instalments }
            .Shows<BudgetEstimateView>(
                terminal,
                parsed => "/budget/estimate?instalments="
                    + parsed.GetValue(Instalments).ToString(CultureInfo.InvariantCulture),
                view => terminal.Line($"{Amounts.Of(view.BilledMinor, view.Currency)} in {view.BilledDays} days: "
                    + (view.AmountMinor is { } minor
                        ? $"{view.InstalmentCount} instalments of {Amounts.Of(minor, view.Currency)}"
                        : "too little to estimate from")));

    private static Command Agree(Terminal terminal)
    {
        var kind = new Option<string>("--kind")
        {
            Description = "down-payments (settled by the year) or level (carried into the next year).",
            DefaultValueFactory = _ => "down-payments",
        };
        var amount = Allowed<long?>("--amount-minor", "Amount of an instalment; estimated unless given.");
        var from = Needed<DateOnly>("--from", "First day of supply it is for.");
        var first = Allowed<DateOnly?>("--first-on", "Day of the first instalment; the first day unless given.");
        var adjust = Allowed<int>("--adjust-percent", "Drift of a year from which on the amount is adjusted.");
        return new Command("agree", "Puts an account on a budget plan.")
        {
            Id, kind, amount, from, first, adjust, Instalments,
        }.Sends(
            terminal,
            "/budget",
            parsed => new AgreeBudget(
                parsed.GetRequiredValue(Id),
                parsed.GetRequiredValue(kind),
                parsed.GetRequiredValue(from),
                parsed.GetValue(first) ?? parsed.GetRequiredValue(from),
                parsed.GetValue(Instalments),
                parsed.GetValue(amount),
                parsed.GetValue(adjust)));
    }

    private static Command Adjust(Terminal terminal)
    {
        var amount = Needed<long>("--amount-minor", "The new amount of an instalment, in minor units.");
        return new Command("adjust", "Changes the amount of the instalments to come.") { Id, amount }.Sends(
            terminal,
            "/budget/adjust",
            parsed => new AdjustBudget(parsed.GetRequiredValue(Id), parsed.GetRequiredValue(amount)),
            needsReason: true);
    }

    private static Command End(Terminal terminal) =>
        new Command("end", "Takes an account off its budget plan and settles what differs.") { Id }.Sends(
            terminal, "/budget/end", parsed => new EndBudget(parsed.GetRequiredValue(Id)), needsReason: true);

    private static void Print(Terminal terminal, BudgetPlanView plan, string currency)
    {
        terminal.Line($"  {plan.PlanId}: {plan.Kind}, {plan.InstalmentCount} times "
            + Amounts.Of(plan.AmountMinor, currency)
            + (plan.NextOn is { } next ? $", next on {Amounts.Day(next)}" : "")
            + (plan.EndedOn is { } ended ? $", ended on {Amounts.Day(ended)}" : ""));
        foreach (var year in plan.Years)
        {
            terminal.Line($"    {Amounts.Day(year.From)}..{Amounts.Day(year.Until)}: "
                + $"charged {Amounts.Of(year.ChargedMinor, currency)}, "
                + $"billed {Amounts.Of(year.ActualMinor, currency)} in {year.BilledDays} days, "
                + $"carried {Amounts.Of(year.CarriedMinor, currency)}");
        }
    }
}
