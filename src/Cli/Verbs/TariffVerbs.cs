using System.Collections.Immutable;
using System.CommandLine;
using System.Text.Json;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Interfaces.Tariffs.Lifecycle;
using BillingActors.Grains.Mapping;

namespace BillingActors.Cli.Verbs;

/// <summary>billing tariff …: list, show and check tariffs, and print the schema of the document.</summary>
internal static class TariffVerbs
{
    private const string SchemaName = "tariff.schema.json";

    private static readonly Argument<string> Id = new("TARIFF") { Description = "Id of the tariff." };

    private static readonly Argument<FileInfo> File = new Argument<FileInfo>("FILE")
    {
        Description = "A tariff document as JSON.",
    }.AcceptExistingOnly();

    private static readonly Option<bool> Drafts = new("--drafts") { Description = "List drafts." };

    private static readonly Option<bool> Revisions = new("--history")
    {
        Description = "List every revision: who stored it, when and why.",
    };

    public static Command Create(Terminal terminal) => new("tariff", "Lists, checks, compares and publishes tariffs.")
    {
        List(terminal),
        Show(terminal),
        Check(terminal),
        TariffDraftVerbs.Diff(terminal),
        TariffDraftVerbs.Draft(terminal),
        TariffDraftVerbs.Publish(terminal),
        Schema(terminal),
    };

    private static Command List(Terminal terminal)
    {
        var command = new Command("list", "Lists tariffs, or drafts of them.") { Drafts };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var path = Paths.List("v1/tariffs", ("draft", parsed.GetValue(Drafts) ? "true" : null));
            await foreach (var row in gateway.Rows<TariffRow>(path, cancellation))
            {
                if (parsed.WantsJson())
                    terminal.Json(row);
                else
                    terminal.Line($"{row.Id}  {row.Currency}  {row.Name}, {row.VersionCount} versions"
                        + (row.ValidFrom is { } day ? $", newest from {Amounts.Day(day)}" : "")
                        + $", revision {row.Revision} by {row.ActorId} on {row.ChangedAt:yyyy-MM-dd}"
                        + (row.Reason is { } reason ? $": {reason}" : ""));
            }
            return ExitCode.Ok;
        });
        return command.AsClient();
    }

    private static Command Show(Terminal terminal)
    {
        var command = new Command("show", "Prints a published tariff as its document, or its revisions.")
        {
            Id, Revisions,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var id = parsed.GetRequiredValue(Id);
            if (parsed.GetValue(Revisions))
            {
                var history = await gateway.Get<ImmutableArray<MasterView>>(
                    Paths.Tariff(id, "/history"), cancellation);
                foreach (var revision in history)
                    Print(revision, terminal, parsed.WantsJson());
                return ExitCode.Ok;
            }
            var view = await gateway.Get<MasterView>(Paths.Tariff(id), cancellation);
            if (parsed.WantsJson())
                terminal.Json(view);
            else
                terminal.Line(TariffJson.Write(view.Content.Tariff!));
            return ExitCode.Ok;
        });
        return command.AsClient();
    }

    // Needs no server: a tariff is checked by the code that would publish it.
    private static Command Check(Terminal terminal)
    {
        var command = new Command("check", "Lists everything that would keep a tariff from being published.") { File };
        command.SetAction(async (parsed, cancellation) =>
        {
            var problems = TariffMapping.ToDomain(await Read(parsed.GetRequiredValue(File), cancellation)).Problems;
            foreach (var problem in problems)
            {
                if (parsed.WantsJson())
                    terminal.Json(new TariffProblemView(problem.Path, problem.Rule, problem.Detail));
                else
                    terminal.Line($"{problem.Path}: {problem.Rule}: {problem.Detail}");
            }
            if (problems.IsEmpty && !parsed.WantsJson())
                terminal.Line("nothing is wrong with it");
            return problems.IsEmpty ? ExitCode.Ok : ExitCode.Refused;
        });
        return command;
    }

    private static Command Schema(Terminal terminal)
    {
        var command = new Command("schema", "Prints the JSON Schema of the tariff document.");
        command.SetAction(async (_, cancellation) =>
        {
            await using var schema = typeof(TariffVerbs).Assembly.GetManifestResourceStream(SchemaName)
                ?? throw new InvalidOperationException("The schema is not in this program.");
            using var reader = new StreamReader(schema);
            terminal.Output.Write(await reader.ReadToEndAsync(cancellation));
            return ExitCode.Ok;
        });
        return command;
    }

    /// <summary>Reads a document; a member that does not fit is named with its path.</summary>
    public static async Task<TariffDocument> Read(FileInfo file, CancellationToken cancellation)
    {
        var json = await System.IO.File.ReadAllBytesAsync(file.FullName, cancellation);
        try
        {
            return TariffJson.Read(json);
        }
        catch (NotSupportedException fault)
        {
            throw new JsonException(fault.Message, fault);
        }
    }

    private static void Print(MasterView revision, Terminal terminal, bool asJson)
    {
        if (asJson)
            terminal.Json(revision);
        else
            terminal.Line($"{revision.Version,4}  {revision.ChangedAt:yyyy-MM-dd HH:mm:ss}  "
                + $"{revision.ActorKind} {revision.ActorId}"
                + (revision.Reason is { } reason ? $": {reason}" : ""));
    }
}
