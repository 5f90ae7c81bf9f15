using System.CommandLine;
using BillingActors.Cli.Client;
using BillingActors.Cli.Output;
using BillingActors.Grains.Interfaces.Disputes;
using static BillingActors.Cli.Verbs.AccountOptions;

namespace BillingActors.Cli.Verbs;

/// <summary>billing dispute: lists and statistics, and the life of a dispute.</summary>
internal static class DisputeVerbs
{
    public static Command Create(Terminal terminal) =>
        new("dispute", "Opens, works on and decides disputes.")
        {
            List(terminal), Statistics(terminal), Show(terminal), Open(terminal), Move(terminal), Assign(terminal),
            FileDocument(terminal), Resolve(terminal),
        };

    private static Command List(Terminal terminal)
    {
        var stage = Allowed<string>("--stage", "Stage, or undecided.");
        var owner = Allowed<string>("--owner", "Owner.");
        return new Command("list", "Lists disputes over all accounts.") { stage, owner }.Lists<DisputeRow>(
            terminal,
            parsed => Paths.List(
                "v1/disputes", ("stage", parsed.GetValue(stage)), ("owner", parsed.GetValue(owner))),
            row => terminal.Line($"{row.EntityId}/{row.AccountId}  {row.DisputeId}  {row.Stage}  {row.Reason}  "
                + $"{Amounts.Of(row.AmountMinor, row.Currency)}, credited "
                + $"{Amounts.Of(row.CreditMinor, row.Currency)}  {row.Owner}, due {Amounts.Day(row.DueOn)}"
                + (row.EscalatedOn is null ? "" : ", escalated")));
    }

    private static Command Statistics(Terminal terminal)
    {
        var from = Needed<DateOnly>("--from", "First day.");
        var until = Needed<DateOnly>("--until", "End day, exclusive.");
        var command = new Command("statistics", "Counts and sums disputes by reason, root cause and outcome.")
        {
            from, until,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var path = Paths.List(
                "v1/disputes/statistics",
                ("from", Amounts.Day(parsed.GetRequiredValue(from))),
                ("until", Amounts.Day(parsed.GetRequiredValue(until))));
            foreach (var row in await gateway.Get<DisputeStatistic[]>(path, cancellation))
            {
                if (parsed.WantsJson())
                    terminal.Json(row);
                else
                    terminal.Line($"{row.Reason}  {row.RootCause ?? "-"}  {row.Outcome ?? "undecided"}  {row.Count}  "
                        + $"{Amounts.Of(row.AmountMinor, row.Currency)}, credited "
                        + $"{Amounts.Of(row.CreditMinor, row.Currency)}, late {row.EscalatedCount}");
            }
            return ExitCode.Ok;
        });
        return command.AsClient();
    }

    private static Command Show(Terminal terminal) =>
        new Command("show", "Shows the disputes of an account.").Shows<DisputesView>(
            terminal,
            _ => "/disputes",
            view =>
            {
                foreach (var dispute in view.Disputes)
                    terminal.Line($"{dispute.DisputeId}: {dispute.Stage}, {dispute.Reason} on {dispute.ItemId}, "
                        + $"{Amounts.Of(dispute.AmountMinor, view.Currency)}, credited "
                        + $"{Amounts.Of(dispute.CreditMinor, view.Currency)}, {dispute.Owner}, due "
                        + Amounts.Day(dispute.DueOn));
            });

    private static Command Open(Terminal terminal)
    {
        var item = Needed<string>("--item", "Open item.");
        var why = Needed<string>("--why", "Reason, a code of the list.");
        var owner = Needed<string>("--owner", "Who must decide it.");
        var amount = Allowed<long?>("--amount-minor", "How much; all that is open unless given.");
        var line = Allowed<int?>("--line", "Line of the invoice, from 1.");
        var dueOn = Allowed<DateOnly?>("--due-on", "Until when it must be decided.");
        return new Command("open", "Opens a dispute.") { Id, item, why, owner, amount, line, dueOn }.SendsDated(
            terminal,
            "/disputes",
            parsed => new OpenDispute(
                parsed.GetRequiredValue(Id),
                parsed.GetRequiredValue(item),
                parsed.GetRequiredValue(why),
                parsed.GetRequiredValue(owner),
                parsed.Day(),
                parsed.GetValue(amount),
                parsed.GetValue(line),
                parsed.GetValue(dueOn)));
    }

    private static Command Move(Terminal terminal)
    {
        var stage = Needed<string>("--stage", "in-review, waiting, withdrawn or closed.");
        var note = Allowed<string>("--note", "Note, a code of the list.");
        return new Command("move", "Moves a dispute on.") { Id, stage, note }.SendsDated(
            terminal,
            "/disputes/move",
            parsed => new MoveDispute(
                parsed.GetRequiredValue(Id), parsed.GetRequiredValue(stage), parsed.Day(), parsed.GetValue(note)));
    }

    private static Command Assign(Terminal terminal)
    {
        var owner = Needed<string>("--owner", "Who must decide it.");
        var dueOn = Needed<DateOnly>("--due-on", "Until when it must be decided.");
        return new Command("assign", "Gives a dispute to another owner, or another due day.") { Id, owner, dueOn }
            .SendsDated(terminal, "/disputes/assign", parsed => new AssignDispute(
                parsed.GetRequiredValue(Id),
                parsed.GetRequiredValue(owner),
                parsed.GetRequiredValue(dueOn),
                parsed.Day()));
    }

    private static Command FileDocument(Terminal terminal)
    {
        var document = Needed<string>("--document", "Id in the archive.");
        var kind = Needed<string>("--kind", "Such as photo or letter.");
        return new Command("document", "Puts a document to a dispute.") { Id, document, kind }.SendsDated(
            terminal,
            "/disputes/documents",
            parsed => new FileDisputeDocument(
                parsed.GetRequiredValue(Id),
                parsed.GetRequiredValue(document),
                parsed.GetRequiredValue(kind),
                parsed.Day()));
    }

    private static Command Resolve(Terminal terminal)
    {
        var credit = Needed<long>("--credit-minor", "Credit; 0 rejects.");
        var cause = Needed<string>("--root-cause", "Root cause, a code of the list.");
        return new Command("resolve", "Decides a dispute.") { Id, credit, cause }.Asks(
            terminal,
            "/disputes/resolve",
            parsed => new ResolveDispute(
                parsed.GetRequiredValue(Id),
                parsed.GetRequiredValue(credit),
                parsed.GetRequiredValue(cause),
                parsed.Day()));
    }
}
