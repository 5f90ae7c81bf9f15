using System.Collections.Immutable;
using System.CommandLine;
using BillingActors.Cli.Client;
using BillingActors.Cli.Rating.Output;
using BillingActors.Cli.Verbs;
using BillingActors.Cli.Verbs.Bench;
using BillingActors.Cli.Verbs.Payments;

namespace BillingActors.Cli;

/// <summary>Reads the command line, runs the verb it names and turns every end into an exit code.</summary>
internal static class CommandLine
{
    /// <summary>Runs the program.</summary>
    public static async Task<int> Run(
        IReadOnlyList<string> arguments, Terminal terminal, CancellationToken cancellation = default)
    {
        var parsed = Root(terminal, arguments).Parse(arguments);
        if (parsed.Errors.Count > 0)
            return Misused(parsed, arguments, terminal);
        var invocation = new InvocationConfiguration
        {
            Output = terminal.Output,
            Error = terminal.Errors,
            EnableDefaultExceptionHandler = false,
            // Who is asked to end puts away first what it has started: processes, file systems.
            ProcessTerminationTimeout = TimeSpan.FromSeconds(30),
        };
        try
        {
            return await parsed.InvokeAsync(invocation, cancellation);
        }
        catch (Exception fault) when (CodeOf(fault) is not null)
        {
            terminal.Fault(fault);
            return CodeOf(fault)!.Value;
        }
    }

    /// <summary>Every verb by its name, in the order of the help.</summary>
    internal static ImmutableArray<(string Name, Func<Terminal, Command> Create)> Verbs { get; } =
    [
        ("serve", ServeVerb.Create),
        ("demo", DemoVerb.Create),
        ("import", ImportVerb.Create),
        ("run", RunVerbs.Create),
        ("record", RecordVerbs.Create),
        ("entity", EntityVerbs.Create),
        ("account", AccountVerbs.Create),
        ("note", NoteVerbs.Create),
        ("search", SearchVerb.Create),
        ("balance", BalanceVerb.Create),
        ("invoice", InvoiceVerb.Create),
        ("credit", CreditVerbs.Create),
        ("approval", ApprovalVerbs.Create),
        ("transfer", TransferVerbs.Create),
        ("budget", BudgetVerbs.Create),
        ("collective", CollectiveVerbs.Create),
        ("statement", StatementVerb.Create),
        ("ledger", LedgerVerbs.Create),
        ("dispute", DisputeVerbs.Create),
        ("dunning", DunningVerbs.Create),
        ("deposit", DepositVerbs.Create),
        ("payment", PaymentVerbs.Create),
        ("usage", UsageVerbs.Create),
        ("reserve", ReserveVerbs.Create),
        ("unidentified", UnidentifiedVerbs.Create),
        ("unapplied", UnappliedVerb.Create),
        (RateVerb.Name, RateVerb.Create),
        ("what-if", WhatIfVerb.Create),
        ("tariff", TariffVerbs.Create),
        ("worklist", WorklistVerbs.Create),
        ("streams", StreamVerbs.Create),
        ("webhook", WebhookVerbs.Create),
        ("verify", VerifyVerb.Create),
        ("keys", KeyVerbs.Create),
        ("audit", AuditVerbs.Create),
        ("database", DatabaseVerbs.Create),
        ("privacy", PrivacyVerbs.Create),
        ("bench", BenchVerbs.Create),
        ("load", LoadVerb.Create),
        ("torture", TortureVerb.Create),
        ("cluster", ClusterVerbs.Create),
    ];

    // Only the verb that is asked for: to make them all takes longer than most of them, and options that several verbs
    // share remember everyone who ever took them.
    private static RootCommand Root(Terminal terminal, IReadOnlyList<string> arguments)
    {
        var root = new RootCommand("BillingActors: bills for very many accounts, from reads to invoices.");
        var asked = Verbs.Where(verb => arguments.Count > 0 && verb.Name == arguments[0]).ToList();
        foreach (var (_, create) in asked.Count > 0 ? asked : [.. Verbs])
            root.Add(create(terminal));
        root.Add(CommonOptions.Json);
        return root;
    }

    private static int Misused(ParseResult parsed, IReadOnlyList<string> arguments, Terminal terminal)
    {
        var isJson = arguments.Contains(CommonOptions.Json.Name, StringComparer.Ordinal);
        if (isJson && parsed.CommandResult.Command.Name == RateVerb.Name)
            RatePrinting.PrintMisuse(parsed.Errors.Select(static error => (OptionOf(error), error.Message)), terminal);
        foreach (var error in parsed.Errors)
            terminal.Complain(error.Message);
        var help = parsed.RootCommandResult.Command.Parse([.. PathOf(parsed), "--help"]);
        help.Invoke(new InvocationConfiguration { Output = terminal.Errors, Error = terminal.Errors });
        return ExitCode.Usage;
    }

    // What is missing is said in the message only: "Option '--usage' is required."
    private static string OptionOf(System.CommandLine.Parsing.ParseError error) => error.SymbolResult switch
    {
        System.CommandLine.Parsing.OptionResult option => option.Option.Name,
        _ when error.Message.Split('\'') is [_, ['-', '-', ..] name, ..] => name,
        _ => "",
    };

    private static Stack<string> PathOf(ParseResult parsed)
    {
        var names = new Stack<string>();
        for (var at = parsed.CommandResult; at.Parent is System.CommandLine.Parsing.CommandResult above; at = above)
            names.Push(at.Command.Name);
        return names;
    }

    private static int? CodeOf(Exception fault) => fault switch
    {
        UsageException => ExitCode.Usage,
        RefusedException refused => refused.ExitCode,
        UnreachableException => ExitCode.Unreachable,
        OperationCanceledException => ExitCode.Error,
        IOException or UnauthorizedAccessException or InvalidOperationException or ArgumentException => ExitCode.Error,
        System.Data.Common.DbException or System.Text.Json.JsonException => ExitCode.Error,
        _ => null,
    };
}
