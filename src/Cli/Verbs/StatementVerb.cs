using System.CommandLine;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.Ledger;

namespace BillingActors.Cli.Verbs;

/// <summary>billing statement: open items at the end of a day, or a balance carried forward between two days.</summary>
internal static class StatementVerb
{
    private static readonly Argument<string> Account = new("ENTITY/ACCOUNT") { Description = "Account." };

    private static readonly Option<string?> AsOf = new("--as-of")
    {
        Description = "Open items at the end of this day.",
    };

    private static readonly Option<string?> From = new("--from") { Description = "Balance forward from this day." };

    private static readonly Option<string?> Until = new("--until") { Description = "Up to this day, exclusive." };

    private static readonly Option<long?> Version = new("--version-of-account")
    {
        Description = "As the account stood at this version: repeats an earlier statement exactly.",
    };

    private static readonly Option<string?> Html = new("--html")
    {
        Description = "Write the printable page to this file.",
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("statement", "Shows open items of a past day, or a balance carried forward.")
        {
            Account, AsOf, From, Until, Version, Html,
        };
        command.SetAction((parsed, cancellation) => Show(parsed, terminal, cancellation));
        return command.AsClient();
    }

    private static async Task<int> Show(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        using var gateway = parsed.Gateway();
        if (parsed.GetValue(Html) is { } file)
        {
            await File.WriteAllTextAsync(
                file, await gateway.GetText(Path(parsed, "/page"), cancellation), cancellation);
            terminal.Complain($"written to {file}");
        }
        else if (parsed.GetValue(AsOf) is not null)
        {
            var statement = await gateway.Get<OpenItemStatementView>(Path(parsed, ""), cancellation);
            if (parsed.WantsJson())
                terminal.Json(statement);
            else
                Print(statement, terminal);
        }
        else
        {
            var statement = await gateway.Get<BalanceForwardView>(Path(parsed, ""), cancellation);
            if (parsed.WantsJson())
                terminal.Json(statement);
            else
                Print(statement, terminal);
        }
        return ExitCode.Ok;
    }

    private static string Path(ParseResult parsed, string part)
    {
        var account = parsed.GetRequiredValue(Account);
        var version = parsed.GetValue(Version)?.ToString(System.Globalization.CultureInfo.InvariantCulture);
        var (asOf, from, until) = (parsed.GetValue(AsOf), parsed.GetValue(From), parsed.GetValue(Until));
        if (asOf is null && (from is null || until is null))
            throw new UsageException("Give --as-of, or --from and --until.");
        return asOf is not null
            ? Paths.List(
                Paths.Account(account, "/statements/open-items" + part), ("asOf", asOf), ("version", version))
            : Paths.List(
                Paths.Account(account, "/statements/balance-forward" + part), ("from", from), ("until", until),
                ("version", version));
    }

    private static void Print(OpenItemStatementView statement, Terminal terminal)
    {
        var table = new TextTable("Document", "Kind", "Issued", "Due", "Original", "Applied", "Open", "Disputed");
        foreach (var item in statement.Items)
        {
            table.Add(
                ItemName.Of(item.Number, item.ItemId), item.Kind, Amounts.Day(item.IssuedOn), Amounts.Day(item.DueOn),
                Amounts.Bare(item.OriginalMinor, statement.Currency),
                Amounts.Bare(item.AppliedMinor, statement.Currency), Amounts.Bare(item.OpenMinor, statement.Currency),
                Amounts.Bare(item.DisputedMinor, statement.Currency));
        }
        table.Write(terminal);
        terminal.Line($"unapplied {Amounts.Of(statement.Aged.UnappliedMinor, statement.Currency)}, "
            + $"balance {Amounts.Of(statement.Aged.BalanceMinor, statement.Currency)}, version {statement.Version}");
    }

    private static void Print(BalanceForwardView statement, Terminal terminal)
    {
        terminal.Line($"opening {Amounts.Of(statement.OpeningMinor, statement.Currency)}");
        var table = new TextTable("Day", "What", "Reference", "Amount", "Balance");
        foreach (var moved in statement.Movements)
        {
            table.Add(Amounts.Day(moved.On), moved.What, moved.Reference ?? "",
                Amounts.Bare(moved.AmountMinor, statement.Currency),
                Amounts.Bare(moved.BalanceMinor, statement.Currency));
        }
        table.Write(terminal);
        terminal.Line(
            $"closing {Amounts.Of(statement.ClosingMinor, statement.Currency)}, version {statement.Version}");
    }
}
