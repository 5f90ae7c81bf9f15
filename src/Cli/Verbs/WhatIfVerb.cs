using System.CommandLine;
using System.Globalization;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.Inquiries;
using BillingActors.Grains.Interfaces.Metering;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Cli.Verbs;

/// <summary>billing what-if: what days would have cost on another tariff or with other reads; stores nothing.</summary>
internal static class WhatIfVerb
{
    private static readonly Argument<string> Account = new("ENTITY/ACCOUNT") { Description = "Account." };

    private static readonly Option<string> Contract = new("--contract")
    {
        Description = "The contract that moves; others stay where they were.",
        Required = true,
    };

    private static readonly Option<string?> Invoice = new("--invoice")
    {
        Description = "Rate the days of this invoice, by id or number, and compare with it.",
    };

    private static readonly Option<DateOnly?> From = new("--from") { Description = "First day, without --invoice." };

    private static readonly Option<DateOnly?> Until = new("--until")
    {
        Description = "End day, exclusive, without --invoice.",
    };

    private static readonly Option<string?> Tariff = new("--tariff") { Description = "A tariff that is stored." };

    private static readonly Option<FileInfo?> TariffFile = new("--tariff-file")
    {
        Description = "A tariff document that need not be stored.",
    };

    private static readonly Option<int?> Version = new("--version-number")
    {
        Description = "The version that prices all the days, whatever its own; without it, as the versions say.",
    };

    private static readonly Option<bool> Draft = new("--draft")
    {
        Description = "Take the draft of the stored tariff, not what is published.",
    };

    private static readonly Option<string[]> Reads = new("--read")
    {
        Description = "A read in the place of what was read, as REGISTER=VALUE@DAY; may be given again.",
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command(
            "what-if", "Rates days of the past on another tariff or with other reads and explains the difference.")
        {
            Account, Contract, Invoice, From, Until, Tariff, TariffFile, Version, Draft, Reads,
        };
        command.SetAction((parsed, cancellation) => Ask(parsed, terminal, cancellation));
        return command.AsClient();
    }

    private static async Task<int> Ask(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        using var gateway = parsed.Gateway();
        var question = await QuestionOf(parsed, cancellation);
        var path = Paths.Account(parsed.GetRequiredValue(Account), "/what-if");
        var answer = await gateway.Send<WhatIfView>(
            HttpMethod.Post, path, question, Client.Ask.Fresh(), cancellation);
        if (parsed.WantsJson())
            terminal.Json(answer);
        else
            Print(answer, terminal);
        return ExitCode.Ok;
    }

    private static async Task<WhatIfQuestion> QuestionOf(ParseResult parsed, CancellationToken cancellation)
    {
        var (invoice, from, until) = (parsed.GetValue(Invoice), parsed.GetValue(From), parsed.GetValue(Until));
        if (invoice is null ? from is null || until is null : from is not null || until is not null)
            throw new UsageException("Give --invoice, or --from and --until.");
        var (tariff, file) = (parsed.GetValue(Tariff), parsed.GetValue(TariffFile));
        var reads = FinalReads.Of(parsed.GetValue(Reads) ?? [], isByCustomer: false);
        if (tariff is null ? file is null && reads is null : file is not null)
            throw new UsageException("Give --tariff or --tariff-file, or --read alone.");
        if (file is { Exists: false })
            throw new UsageException($"There is no file {file}.");
        var document = file is null
            ? null
            : TariffJson.Read(await File.ReadAllBytesAsync(file.FullName, cancellation));
        return new WhatIfQuestion(
            parsed.GetRequiredValue(Contract), invoice, from, until, tariff, document, parsed.GetValue(Version),
            parsed.GetValue(Draft), reads is { } typed ? [.. typed.Select(Assumed)] : null);
    }

    private static AssumedRead Assumed(FinalRead read) => read.On is { } on
        ? new AssumedRead(read.Register, on, read.Value, read.Scale)
        : throw new UsageException($"Say on which day {read.Register} is read: REGISTER=VALUE@YYYY-MM-DD.");

    private static void Print(WhatIfView answer, Terminal terminal)
    {
        terminal.Line($"{answer.EntityId}/{answer.AccountId}, contract {answer.ContractId} on {answer.TariffId}, "
            + $"{Amounts.Day(answer.From)} until {Amounts.Day(answer.Until)}; nothing is stored");
        foreach (var read in answer.Reads)
        {
            terminal.Line(string.Create(
                CultureInfo.InvariantCulture,
                $"read {read.Register} of {read.MeterSerial}, {read.On:yyyy-MM-dd}: {read.Value} {read.Unit}, ")
                + (read.Before is { } before
                    ? string.Create(CultureInfo.InvariantCulture, $"not {before}")
                    : "not read before"));
        }
        LinePrinting.Write(answer.Lines, answer.Currency, terminal);
        terminal.Line($"net {Amounts.Of(answer.NetMinor, answer.Currency)}");
        foreach (var tax in answer.Taxes)
            terminal.Line($"{tax.Text}: {Amounts.Of(tax.AmountMinor, answer.Currency)}");
        terminal.Line($"total {Amounts.Of(answer.TotalMinor, answer.Currency)}");
        foreach (var doubt in answer.Doubts)
            terminal.Line($"doubt: {doubt}");
        terminal.Line();
        ExplanationPrinting.Print(answer.Explanation, terminal);
    }
}
