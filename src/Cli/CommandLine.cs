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
        var parsed = Root(terminal).Parse(arguments);
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

    private static RootCommand Root(Terminal terminal)
    {
        var root = new RootCommand("BillingActors: bills for very many accounts, from reads to invoices.")
        {
            ServeVerb.Create(terminal),
            DemoVerb.Create(terminal),
            ImportVerb.Create(terminal),
            RunVerbs.Create(terminal),
            RecordVerbs.Create(terminal),
            AccountVerbs.Create(terminal),
            SearchVerb.Create(terminal),
            BalanceVerb.Create(terminal),
            InvoiceVerb.Create(terminal),
            CreditVerbs.Create(terminal),
            ApprovalVerbs.Create(terminal),
            TransferVerbs.Create(terminal),
            BudgetVerbs.Create(terminal),
            CollectiveVerbs.Create(terminal),
            StatementVerb.Create(terminal),
            LedgerVerbs.Create(terminal),
            DisputeVerbs.Create(terminal),
            DunningVerbs.Create(terminal),
            DepositVerbs.Create(terminal),
            PaymentVerbs.Create(terminal),
            UsageVerbs.Create(terminal),
            ReserveVerbs.Create(terminal),
            UnidentifiedVerbs.Create(terminal),
            UnappliedVerb.Create(terminal),
            RateVerb.Create(terminal),
            WhatIfVerb.Create(terminal),
            TariffVerbs.Create(terminal),
            WorklistVerbs.Create(terminal),
            StreamVerbs.Create(terminal),
            VerifyVerb.Create(terminal),
            KeyVerbs.Create(terminal),
            AuditVerbs.Create(terminal),
            PrivacyVerbs.Create(terminal),
            BenchVerbs.Create(terminal),
            LoadVerb.Create(terminal),
            TortureVerb.Create(terminal),
            ClusterVerbs.Create(terminal),
        };
        root.Add(CommonOptions.Json);
        return root;
    }

    private static int Misused(ParseResult parsed, IReadOnlyList<string> arguments, Terminal terminal)
    {
        var isJson = arguments.Contains(CommonOptions.Json.Name, StringComparer.Ordinal);
        if (isJson && parsed.CommandResult.Command.Name == RateVerb.Name)
            RatePrinting.PrintMisuse([.. parsed.Errors.Select(static error => error.Message)], terminal);
        foreach (var error in parsed.Errors)
            terminal.Complain(error.Message);
        var help = parsed.RootCommandResult.Command.Parse([.. PathOf(parsed), "--help"]);
        help.Invoke(new InvocationConfiguration { Output = terminal.Errors, Error = terminal.Errors });
        return ExitCode.Usage;
    }

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
