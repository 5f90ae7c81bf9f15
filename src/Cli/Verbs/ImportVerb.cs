using System.CommandLine;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Cli.Verbs;

/// <summary>billing import: streams files to the gateway and says what became of their records.</summary>
internal static class ImportVerb
{
    private static readonly Argument<string[]> Files = new("FILE")
    {
        Description = "Files of reads, usage, calls, contracts or payments, or statements of a bank, plain or gzip.",
        Arity = ArgumentArity.OneOrMore,
    };

    private static readonly Option<string?> Format = new("--format")
    {
        Description = "nem12, nem13, espi, usage-csv, contracts-csv, calls-csv, payments-csv, payments-json, camt.053 "
            + "or bai2; recognised by the content when absent.",
    };

    private static readonly Option<string?> Entity = new("--entity")
    {
        Description = "Legal entity whose money a statement of a bank (camt.053, bai2) is; other files name it.",
    };

    private static readonly Option<bool> Wait = new("--wait")
    {
        Description = "Wait until every record has its effect; --wait false returns once the files are accepted.",
        DefaultValueFactory = _ => true,
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("import",
            "Hands files in and follows them until every record is stored or in the worklist.")
        {
            Files, Format, Entity, Wait,
        };
        command.SetAction((parsed, cancellation) => Import(parsed, terminal, cancellation));
        return command.AsChanging();
    }

    private static async Task<int> Import(ParseResult parsed, Terminal terminal, CancellationToken cancellation)
    {
        var files = parsed.GetRequiredValue(Files);
        if (files.FirstOrDefault(file => !File.Exists(file)) is { } absent)
            throw new UsageException($"There is no file {absent}.");
        using var gateway = parsed.Gateway();
        var ask = parsed.Ask(terminal);
        var isClean = true;
        for (var i = 0; i < files.Length; i++)
        {
            // One key for the command, one for each file: repeating the command repeats each file with its own.
            var own = files.Length == 1 ? ask : ask with { Key = Short(ask.Key, i) };
            isClean &= await ImportOne(gateway, parsed, new Given(files[i], own, terminal), cancellation);
        }
        return isClean ? ExitCode.Ok : ExitCode.Exceptions;
    }

    private static async Task<bool> ImportOne(
        GatewayClient gateway, ParseResult parsed, Given given, CancellationToken cancellation)
    {
        var (file, ask, terminal) = given;
        try
        {
            var import = await gateway.HandIn(
                file, (parsed.GetValue(Format), parsed.GetValue(Entity)), ask, cancellation);
            if (parsed.GetValue(Wait))
                import = await gateway.UntilDone(import.ImportId, now => Watch(now, terminal), cancellation);
            Print(import, parsed, terminal);
            return import.RejectedCount == 0 && import.State != "refused";
        }
        catch (RefusedException refused) when (refused.Code is "file-refused" or "format-unknown")
        {
            terminal.Complain($"{file}: refused");
            terminal.Fault(refused);
            if (parsed.WantsJson())
                terminal.Json(new { file, state = "refused", code = refused.Code, refused.ImportId, refused.Problems });
            return false;
        }
    }

    private static void Watch(ImportView import, Terminal terminal) => terminal.Progress(
        $"{import.FileName}: {import.State}, "
        + $"{Amounts.Count(Worked(import))} of {Amounts.Count(import.RecordCount)} records");

    private static long Worked(ImportView import) =>
        import.StoredCount + import.CorrectedCount + import.DuplicateCount + import.RejectedCount;

    private static void Print(ImportView import, ParseResult parsed, Terminal terminal)
    {
        if (parsed.WantsJson())
            terminal.Json(import);
        else
            terminal.Line($"{import.FileName} ({import.Format}): {import.State}, import {import.ImportId}: "
                + $"{Amounts.Count(import.RecordCount)} records, {Amounts.Count(import.StoredCount)} stored, "
                + $"{Amounts.Count(import.CorrectedCount)} corrected, "
                + $"{Amounts.Count(import.DuplicateCount)} duplicate, "
                + $"{Amounts.Count(import.RejectedCount)} rejected");
    }

    private static string Short(string key, int index) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture,
            $"{key[..Math.Min(key.Length, 240)]}.{index + 1}");

    private sealed record Given(string File, Ask Ask, Terminal Terminal);
}
