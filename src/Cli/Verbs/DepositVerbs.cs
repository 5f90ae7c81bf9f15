using System.CommandLine;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.Approvals;
using BillingActors.Grains.Interfaces.Deposits;
using static BillingActors.Cli.Verbs.AccountOptions;

namespace BillingActors.Cli.Verbs;

/// <summary>billing deposit: lists, and the life of a deposit.</summary>
internal static class DepositVerbs
{
    private static readonly Option<string> Deposit = Needed<string>("--deposit", "The deposit.");

    private static readonly Option<string?> Why = new("--reason") { Description = "Why; needed with an amount." };

    public static Command Create(Terminal terminal) =>
        new("deposit", "Takes deposits, and gives them back.")
        {
            List(terminal), Show(terminal), Assess(terminal), Ask(terminal), Waive(terminal), Release(terminal),
            Apply(terminal), Interest(terminal),
        };

    private static Command List(Terminal terminal)
    {
        var status = Allowed<string>("--status", "assessed, requested, partly-paid, held, released or cancelled.");
        return new Command("list", "Lists deposits over all accounts.") { status }.Lists<DepositRow>(
            terminal,
            parsed => Paths.List("v1/deposits", ("status", parsed.GetValue(status))),
            row => terminal.Line($"{row.EntityId}/{row.AccountId}  {row.DepositId}  {row.Status}  "
                + $"{Amounts.Of(row.AmountMinor, row.Currency)}, held {Amounts.Of(row.HeldMinor, row.Currency)}, "
                + $"interest {Amounts.Of(row.InterestMinor, row.Currency)}"));
    }

    private static Command Show(Terminal terminal) =>
        new Command("show", "Shows the deposits of an account.").Shows<DepositsView>(
            terminal,
            _ => "/deposits",
            view =>
            {
                terminal.Line($"held {Amounts.Of(view.HeldMinor, view.Currency)}");
                foreach (var deposit in view.Deposits)
                {
                    terminal.Line($"{deposit.DepositId}: {deposit.Status}, {deposit.Basis}, "
                        + $"{Amounts.Of(deposit.AmountMinor, view.Currency)}, "
                        + $"paid {Amounts.Of(deposit.PaidMinor, view.Currency)}, "
                        + $"held {Amounts.Of(deposit.HeldMinor, view.Currency)}, "
                        + $"interest {Amounts.Of(deposit.InterestMinor, view.Currency)}");
                    foreach (var part in deposit.Instalments)
                        terminal.Line($"  {part.ItemId}: {Amounts.Of(part.AmountMinor, view.Currency)} due "
                            + $"{Amounts.Day(part.DueOn)}, open {Amounts.Of(part.OpenMinor, view.Currency)}");
                }
            });

    private static Command Assess(Terminal terminal)
    {
        var amount = Allowed<long?>("--amount-minor", "Amount by hand, with a reason; by policy unless given.");
        var month = Allowed<long?>("--monthly-minor", "Estimate of a month's bill, for a customer without bills.");
        var command = new Command("assess", "Decides how much a customer deposits.")
        {
            Account, Id, amount, month, Why,
        };
        command.SetAction((parsed, cancellation) => Send(
            parsed,
            terminal,
            (string.Empty, parsed.GetValue(Why)),
            new AssessDeposit(parsed.GetRequiredValue(Id), parsed.GetValue(amount), parsed.GetValue(month)),
            cancellation));
        return command.AsChanging();
    }

    private static Command Ask(Terminal terminal)
    {
        var count = Allowed<int?>("--parts", "Number of parts; as the policy says unless given.");
        var first = Allowed<DateOnly?>("--first-due-on", "When the first part is due; by policy unless given.");
        var command = new Command("request", "Asks for a deposit.") { Account, Deposit, count, first };
        command.SetAction((parsed, cancellation) => Send(
            parsed,
            terminal,
            ("/request", null),
            new RequestDeposit(parsed.GetRequiredValue(Deposit), parsed.GetValue(count), parsed.GetValue(first)),
            cancellation));
        return command.AsChanging();
    }

    private static Command Waive(Terminal terminal)
    {
        var amount = Allowed<long>("--amount-minor", "What it comes to from now on; 0, unless given, cancels it.");
        var command = new Command("waive", "Asks for less of a deposit.") { Account, Id, Deposit, amount, Reason };
        command.SetAction((parsed, cancellation) => Act(
            parsed,
            terminal,
            "/waive",
            new WaiveDeposit(
                parsed.GetRequiredValue(Id), parsed.GetRequiredValue(Deposit), parsed.GetValue(amount)),
            cancellation));
        return command.AsChanging();
    }

    private static Command Release(Terminal terminal)
    {
        var amount = Allowed<long?>("--amount-minor", "How much; all that is held unless given.");
        var command = new Command("release", "Gives a deposit back before its time.")
        {
            Account, Id, Deposit, amount, Reason,
        };
        command.SetAction((parsed, cancellation) =>
            Act(parsed, terminal, "/release", ReleaseOf(parsed, amount), cancellation));
        return command.AsChanging();
    }

    private static Command Apply(Terminal terminal)
    {
        var amount = Allowed<long?>("--amount-minor", "How much at most; all that is overdue unless given.");
        var command = new Command("apply", "Takes a deposit for what is overdue, oldest first.")
        {
            Account, Id, Deposit, amount, Reason,
        };
        command.SetAction((parsed, cancellation) => Send(
            parsed,
            terminal,
            ("/apply", parsed.GetRequiredValue(Reason)),
            ReleaseOf(parsed, amount),
            cancellation));
        return command.AsChanging();
    }

    private static Command Interest(Terminal terminal)
    {
        var until = Allowed<DateOnly?>("--until", "The day it is counted to, exclusive; today unless given.");
        var command = new Command("interest", "Credits the interest of a deposit before its time.")
        {
            Account, Deposit, until,
        };
        command.SetAction((parsed, cancellation) => Send(
            parsed,
            terminal,
            ("/interest", null),
            new CreditDepositInterest(parsed.GetRequiredValue(Deposit), parsed.GetValue(until)),
            cancellation));
        return command.AsChanging();
    }

    private static ReleaseDeposit ReleaseOf(ParseResult parsed, Option<long?> amount) =>
        new(parsed.GetRequiredValue(Id), parsed.GetRequiredValue(Deposit), parsed.GetValue(amount));

    private static async Task<int> Send(
        ParseResult parsed,
        Terminal terminal,
        (string Part, string? Reason) how,
        object body,
        CancellationToken cancellation)
    {
        using var gateway = parsed.Gateway();
        var path = Paths.Account(parsed.GetRequiredValue(Account), "/deposits" + how.Part);
        var done = await gateway.Send<Grains.Interfaces.Commands.Receipt>(
            HttpMethod.Post, path, body, parsed.Ask(terminal, how.Reason), cancellation);
        if (parsed.WantsJson())
            terminal.Json(done);
        else
            terminal.Line($"{done.EntityId}/{done.AccountId}: done, version {done.Version}");
        return ExitCode.Ok;
    }

    private static async Task<int> Act(
        ParseResult parsed, Terminal terminal, string part, object body, CancellationToken cancellation)
    {
        using var gateway = parsed.Gateway();
        var path = Paths.Account(parsed.GetRequiredValue(Account), "/deposits" + part);
        var ask = parsed.Ask(terminal, parsed.GetRequiredValue(Reason));
        var done = await gateway.Send<ActionReceipt>(HttpMethod.Post, path, body, ask, cancellation);
        ActionPrinting.Print(done, terminal, parsed.WantsJson());
        return ExitCode.Ok;
    }
}
