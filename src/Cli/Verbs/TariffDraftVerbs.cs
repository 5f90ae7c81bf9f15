using System.CommandLine;
using BillingActors.Cli.Client;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Grains.Interfaces.Tariffs.Lifecycle;

namespace BillingActors.Cli.Verbs;

/// <summary>billing tariff diff, draft and publish: from what is meant to what bills depend on.</summary>
internal static class TariffDraftVerbs
{
    private const string DraftPart = "/draft";

    private static readonly Argument<string> Id = new("TARIFF") { Description = "Id of the tariff." };

    private static readonly Argument<FileInfo> File = new Argument<FileInfo>("FILE")
    {
        Description = "A tariff document as JSON.",
    }.AcceptExistingOnly();

    private static readonly Option<string> From = new("--from")
    {
        Description = "published, draft, a revision such as 3; with @2 one version by date of it.",
        DefaultValueFactory = _ => "published",
    };

    private static readonly Option<string> To = new("--to")
    {
        Description = "As --from.",
        DefaultValueFactory = _ => "draft",
    };

    private static readonly Option<string?> Reason = new("--reason") { Description = "Why." };

    private static readonly Option<string> Why = new("--reason") { Description = "Why.", Required = true };

    /// <summary>The verb that compares.</summary>
    public static Command Diff(Terminal terminal)
    {
        var command = new Command("diff", "Tells how two revisions or versions of a tariff differ.") { Id, From, To };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var path = Paths.List(
                Paths.Tariff(parsed.GetRequiredValue(Id), "/diff"),
                ("from", parsed.GetRequiredValue(From)),
                ("to", parsed.GetRequiredValue(To)));
            var diff = await gateway.Get<TariffDiffView>(path, cancellation);
            foreach (var change in diff.Changes)
            {
                if (parsed.WantsJson())
                    terminal.Json(change);
                else
                    terminal.Line($"{change.Words}  ({change.Path})");
            }
            if (diff.Changes.IsEmpty && !parsed.WantsJson())
                terminal.Line("no difference");
            return ExitCode.Ok;
        });
        return command.AsClient();
    }

    /// <summary>The verb that saves a draft over the one there is.</summary>
    public static Command Draft(Terminal terminal)
    {
        var command = new Command("draft", "Saves a draft of a tariff; no bill depends on it.") { File, Reason };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var tariff = await TariffVerbs.Read(parsed.GetRequiredValue(File), cancellation);
            var path = Paths.Tariff(tariff.Id, DraftPart);
            var version = (await Newest(gateway, path, cancellation))?.Version;
            var ask = parsed.Ask(terminal, parsed.GetValue(Reason)) with { IsNew = version is null, Version = version };
            var saved = await gateway.Send<MasterView>(HttpMethod.Put, path, tariff, ask, cancellation);
            var check = await gateway.Get<TariffCheckView>(path + "/check", cancellation);
            if (parsed.WantsJson())
            {
                terminal.Json(saved);
                return ExitCode.Ok;
            }
            terminal.Line($"draft of {tariff.Id}, revision {saved.Version}"
                + (check.IsPublishable ? "" : ", not publishable yet:"));
            foreach (var problem in check.Problems)
                terminal.Line($"  {problem.Path}: {problem.Rule}: {problem.Detail}");
            return ExitCode.Ok;
        });
        return command.AsChanging();
    }

    /// <summary>The verb that publishes the draft as it is now.</summary>
    public static Command Publish(Terminal terminal)
    {
        var command = new Command("publish", "Publishes the draft of a tariff; bills depend on it from then on.")
        {
            Id, Why,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var path = Paths.Tariff(parsed.GetRequiredValue(Id), DraftPart);
            var draft = await gateway.Get<MasterView>(path, cancellation);
            var ask = parsed.Ask(terminal, parsed.GetRequiredValue(Why)) with { Version = draft.Version };
            var published = await gateway.Send<MasterView>(
                HttpMethod.Post, path + "/publish", null, ask, cancellation);
            if (parsed.WantsJson())
                terminal.Json(published);
            else
                terminal.Line($"{parsed.GetRequiredValue(Id)} is published as revision {published.Version}");
            return ExitCode.Ok;
        });
        return command.AsChanging();
    }

    private static async Task<MasterView?> Newest(
        GatewayClient gateway, string path, CancellationToken cancellation)
    {
        try
        {
            return await gateway.Get<MasterView>(path, cancellation);
        }
        catch (RefusedException refused) when (refused.Code == "record-unknown")
        {
            return null;
        }
    }
}
