using System.CommandLine;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.Collections;
using static BillingActors.Cli.Verbs.AccountOptions;

namespace BillingActors.Cli.Verbs;

/// <summary>billing dunning: what a run would do, who is dunned, letters, blocks and waivers.</summary>
internal static class DunningVerbs
{
    public static Command Create(Terminal terminal)
    {
        var command = new Command("dunning", "Shows and steers the collection of what is overdue.")
        {
            Preview(terminal), List(terminal), Show(terminal), Letter(terminal), Profile(terminal), Block(terminal),
            Lift(terminal), Waive(terminal),
        };
        foreach (var arrangement in ArrangementVerbs.Of(terminal))
            command.Add(arrangement);
        return command;
    }

    private static Command Preview(Terminal terminal) =>
        new Command("preview", "Shows what dunning would do on a day; it changes nothing.") { On }
            .Lists<DunningPreviewView>(
                terminal,
                parsed => Paths.List("v1/dunning/preview", ("on", Amounts.Day(parsed.Day()))),
                row => terminal.Line($"{row.EntityId}/{row.AccountId}  "
                    + (row.Hold == "none" ? $"letter of level {row.Level}" : row.Hold)
                    + $"  {row.Items.Length} items, policy {row.PolicyId}"));

    private static Command List(Terminal terminal)
    {
        var level = Allowed<int?>("--level", "Lowest level.");
        return new Command("list", "Lists accounts that are dunned or have an arrangement.") { level }
            .Lists<CollectionRow>(
                terminal,
                parsed => Paths.List(
                    "v1/collections",
                    ("level", parsed.GetValue(level)?.ToString(System.Globalization.CultureInfo.InvariantCulture))),
                row => terminal.Line($"{row.EntityId}/{row.AccountId}  level {row.Level}  "
                    + $"{Amounts.Of(row.BalanceMinor, row.Currency)}  {row.Blocks} {row.Supply}".TrimEnd()
                    + (row.PromiseOn is { } day ? $"  promised until {Amounts.Day(day)}" : "")
                    + (row.PlanOn is { } next ? $"  instalment on {Amounts.Day(next)}" : "")
                    + (row.AgencyId is { } agency ? $"  with {agency}" : "")));
    }

    private static Command Show(Terminal terminal) =>
        new Command("show", "Shows the collection of an account.").Shows<CollectionView>(
            terminal,
            _ => "/collections",
            view =>
            {
                terminal.Line($"{view.EntityId}/{view.AccountId}: policy {view.PolicyId}"
                    + (view.ReviewOn is { } day ? $", looked at next on {Amounts.Day(day)}" : ""));
                foreach (var letter in view.Letters)
                    terminal.Line($"  {letter.LetterId}: level {letter.Level}, "
                        + Amounts.Of(letter.AskedMinor, view.Currency));
                foreach (var block in view.Blocks)
                    terminal.Line($"  block {block.BlockId}: {block.Kind} from {Amounts.Day(block.From)}");
                foreach (var promise in view.Promises)
                    terminal.Line($"  promise {promise.PromiseId}: {promise.Status}, "
                        + $"{Amounts.Of(promise.AmountMinor, view.Currency)} until {Amounts.Day(promise.DueOn)}");
                foreach (var plan in view.Plans)
                    terminal.Line($"  plan {plan.PlanId}: {plan.Status}, "
                        + $"{Amounts.Of(plan.PaidMinor, view.Currency)} of "
                        + Amounts.Of(plan.TotalMinor, view.Currency));
                foreach (var order in view.Orders)
                    terminal.Line($"  order {order.OrderId}: {order.Kind} {order.ServicePointId}, {order.Status}");
            });

    private static Command Letter(Terminal terminal)
    {
        var letter = Needed<string>("--letter", "Letter.");
        var html = Allowed<string>("--html", "Write the printable page to this file.");
        var command = new Command("letter", "Shows a letter, or writes its printable page.") { Account, letter, html };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var part = $"/collections/letters/{Uri.EscapeDataString(parsed.GetRequiredValue(letter))}";
            if (parsed.GetValue(html) is { } file)
            {
                var page = await gateway.GetText(
                    Paths.Account(parsed.GetRequiredValue(Account), part + "/page"), cancellation);
                await File.WriteAllTextAsync(file, page, cancellation);
                terminal.Complain($"written to {file}");
                return ExitCode.Ok;
            }
            terminal.Json(await gateway.Get<LetterView>(
                Paths.Account(parsed.GetRequiredValue(Account), part), cancellation));
            return ExitCode.Ok;
        });
        return command.AsClient();
    }

    private static Command Profile(Terminal terminal)
    {
        var segment = Needed<string>("--segment", "Segment, such as residential.");
        var jurisdiction = Needed<string>("--jurisdiction", "Jurisdiction, such as US-IL.");
        return new Command("profile", "Puts an account into a segment and a jurisdiction.") { segment, jurisdiction }
            .SendsDated(terminal, "/collections/profile", parsed => new SetCollectionProfile(
                parsed.GetRequiredValue(segment), parsed.GetRequiredValue(jurisdiction), parsed.Day()));
    }

    private static Command Block(Terminal terminal)
    {
        var kind = Needed<string>("--kind", "Such as insolvency, hardship or life-support.");
        var from = Allowed<DateOnly?>("--from", "First day; the day unless given.");
        var through = Allowed<DateOnly?>("--through", "Last day; until it is lifted unless given.");
        return new Command("block", "Stops the collection of an account.") { Id, kind, from, through }.SendsDated(
            terminal,
            "/collections/blocks",
            parsed => new PlaceBlock(
                parsed.GetRequiredValue(Id),
                parsed.GetRequiredValue(kind),
                parsed.GetValue(from) ?? parsed.Day(),
                parsed.GetValue(through),
                parsed.Day()),
            needsReason: true);
    }

    private static Command Lift(Terminal terminal) =>
        new Command("lift", "Lifts a block.") { Id }.SendsDated(
            terminal,
            "/collections/blocks/lift",
            parsed => new LiftBlock(parsed.GetRequiredValue(Id), parsed.Day()),
            needsReason: true);

    private static Command Waive(Terminal terminal)
    {
        var item = Needed<string>("--item", "Open item of a fee or of interest.");
        var amount = Allowed<long?>("--amount-minor", "How much; all that is open unless given.");
        return new Command("waive", "Waives a fee or interest.") { Id, item, amount }.Asks(
            terminal,
            "/collections/waivers",
            parsed => new WaiveCharge(
                parsed.GetRequiredValue(Id), parsed.GetRequiredValue(item), parsed.Day(), parsed.GetValue(amount)));
    }
}
