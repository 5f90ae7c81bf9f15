using System.CommandLine;
using System.Security.Cryptography;
using System.Text;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.Ledger;

namespace BillingActors.Cli.Verbs;

/// <summary>billing ledger trial-balance, ageing and export.</summary>
internal static class LedgerReportVerbs
{
    private static readonly Argument<string> Entity = new("ENTITY") { Description = "Legal entity." };

    private static readonly Option<string> From = new("--from") { Description = "First day.", Required = true };

    private static readonly Option<string> Until = new("--until")
    {
        Description = "End day, exclusive.",
        Required = true,
    };

    private static readonly Option<string> AsOf = new("--as-of") { Description = "The day.", Required = true };

    private static readonly Option<string?> Basis = new("--basis")
    {
        Description = "due-date or document-date; due-date when not given.",
    };

    private static readonly Option<string?> Csv = new("--csv") { Description = "Write CSV to this file." };

    private static readonly Option<string?> Format = new("--format")
    {
        Description = "hledger or beancount; hledger when not given.",
    };

    private static readonly Option<bool> ByDay = new("--by-day")
    {
        Description = "One transaction per day instead of one per event.",
    };

    private static readonly Argument<string> Target = new("FILE") { Description = "File to write." };

    public static Command Balance(Terminal terminal)
    {
        var command = new Command("trial-balance", "Shows balances and turnovers by general-ledger account.")
        {
            Entity, From, Until, Csv,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var path = Path(parsed, "/trial-balance", ("from", From), ("until", Until));
            if (parsed.GetValue(Csv) is { } file)
                return await Save(await gateway.GetText(Csvs(path), cancellation), file, terminal, cancellation);
            var view = await gateway.Get<TrialBalanceView>(path, cancellation);
            if (parsed.WantsJson())
                terminal.Json(view);
            else
                Print(view, terminal);
            return view.Rows.All(row => row.IsInChart) ? ExitCode.Ok : ExitCode.Exceptions;
        });
        return command.AsClient();
    }

    public static Command Ageing(Terminal terminal)
    {
        var command = new Command("ageing", "Shows open items by age at the end of a day, and whether they tie.")
        {
            Entity, AsOf, Basis, Csv,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var path = Paths.List(
                Paths.Ledger(parsed.GetRequiredValue(Entity), "/ageing"), ("asOf", parsed.GetRequiredValue(AsOf)),
                ("basis", parsed.GetValue(Basis)));
            if (parsed.GetValue(Csv) is { } file)
                return await Save(await gateway.GetText(Csvs(path), cancellation), file, terminal, cancellation);
            var view = await gateway.Get<AgeingView>(path, cancellation);
            if (parsed.WantsJson())
                terminal.Json(view);
            else
                Print(view, terminal);
            return view.Totals.All(total => total.IsTied) ? ExitCode.Ok : ExitCode.Exceptions;
        });
        return command.AsClient();
    }

    public static Command Export(Terminal terminal)
    {
        var command = new Command("export", "Writes the journal for hledger or beancount to a file.")
        {
            Entity, Target, From, Until, Format, ByDay,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var path = Paths.List(
                Paths.Ledger(parsed.GetRequiredValue(Entity), "/journal"), ("from", parsed.GetRequiredValue(From)),
                ("until", parsed.GetRequiredValue(Until)), ("format", parsed.GetValue(Format)),
                ("byDay", parsed.GetValue(ByDay) ? "true" : null));
            var journal = await gateway.GetText(path, cancellation);
            return await Save(journal, parsed.GetRequiredValue(Target), terminal, cancellation);
        });
        return command.AsClient();
    }

    private static async Task<int> Save(string text, string file, Terminal terminal, CancellationToken cancellation)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        await File.WriteAllBytesAsync(file, bytes, cancellation);
        terminal.Complain($"written to {file}, SHA-256 {Convert.ToHexStringLower(SHA256.HashData(bytes))}");
        return ExitCode.Ok;
    }

    private static void Print(TrialBalanceView view, Terminal terminal)
    {
        var table = new TextTable("Number", "Name", "Role", "Opening", "Debit", "Credit", "Closing", "Currency");
        foreach (var row in view.Rows)
        {
            table.Add(row.Number, row.Name, row.LedgerAccount, Amounts.Bare(row.OpeningMinor, row.Currency),
                Amounts.Bare(row.DebitMinor, row.Currency), Amounts.Bare(row.CreditMinor, row.Currency),
                Amounts.Bare(row.ClosingMinor, row.Currency), row.Currency);
        }
        table.Write(terminal);
        foreach (var row in view.Rows.Where(row => !row.IsInChart))
            terminal.Complain($"no rule of the chart knows {row.LedgerAccount}");
    }

    private static void Print(AgeingView view, Terminal terminal)
    {
        terminal.Line($"as of {Amounts.Day(view.AsOf)} by {view.Basis}");
        var table = new TextTable("Currency", "Not due", "1-30", "31-60", "61-90", "91-120", "Over 120", "Credits",
            "Unapplied", "Balance", "Control");
        foreach (var total in view.Totals)
        {
            var (aged, currency) = (total.Aged, total.Currency);
            table.Add([currency, .. new[]
            {
                aged.NotDueMinor, aged.Days1To30Minor, aged.Days31To60Minor, aged.Days61To90Minor,
                aged.Days91To120Minor, aged.Over120Minor, aged.CreditsMinor, aged.UnappliedMinor, aged.BalanceMinor,
                total.ReceivablesMinor - total.UnappliedCashMinor,
            }.Select(minor => Amounts.Bare(minor, currency))]);
        }
        table.Write(terminal);
        foreach (var total in view.Totals.Where(total => !total.IsTied))
            terminal.Complain($"{total.Currency}: accounts and control accounts differ");
    }

    private static string Path(ParseResult parsed, string part, params (string Name, Option<string> Option)[] days) =>
        Paths.List(
            Paths.Ledger(parsed.GetRequiredValue(Entity), part),
            [.. days.Select(day => (day.Name, (string?)parsed.GetRequiredValue(day.Option)))]);

    private static string Csvs(string path) => path.Replace("?", "/csv?", StringComparison.Ordinal);
}
