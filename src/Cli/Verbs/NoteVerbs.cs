using System.CommandLine;
using System.Globalization;
using BillingActors.Cli.Client;
using BillingActors.Gateway.Notes;
using BillingActors.Storage.Notes;
using static BillingActors.Cli.Verbs.AccountOptions;

namespace BillingActors.Cli.Verbs;

/// <summary>billing note: what people wrote down about an account, written, listed, pinned and withdrawn.</summary>
internal static class NoteVerbs
{
    private static readonly Argument<string> Note = new("NOTE") { Description = "Id of the note." };

    public static Command Create(Terminal terminal) =>
        new("note", "Writes, lists, pins and withdraws notes of an account.")
        {
            Add(terminal), List(terminal),
            Change(terminal, "pin", "Puts a note at the head of its account."),
            Change(terminal, "unpin", "Takes a note down from the head of its account."),
            Withdraw(terminal),
        };

    private static Command Add(Terminal terminal)
    {
        var kind = Needed<string>("--kind", $"How people were in contact: {string.Join(", ", NoteKind.All)}.");
        var text = Allowed<string>("--text", "What is to be known.");
        var file = Allowed<string>("--text-file", "A file that has it, such as /dev/stdin: a command line is seen.");
        var invoice = Allowed<string>("--invoice", "The invoice or credit memo it is about, by id or number.");
        var dispute = Allowed<string>("--dispute", "The dispute it is about.");
        var pin = new Option<bool>("--pin") { Description = "Put it at the head of the account." };
        var command = new Command("add", "Writes a note; it is never changed afterwards.")
        {
            Account, kind, text, file, invoice, dispute, pin,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var wish = new NoteWish(
                parsed.GetRequiredValue(kind),
                await TextOf(parsed.GetValue(text), parsed.GetValue(file), cancellation),
                parsed.GetValue(pin),
                About(parsed.GetValue(invoice), parsed.GetValue(dispute)));
            var note = await gateway.Send<AccountNote>(
                HttpMethod.Post, PathOf(parsed), wish, parsed.Ask(terminal), cancellation);
            Print(note, terminal, parsed.WantsJson());
            return ExitCode.Ok;
        });
        return command.AsChanging();
    }

    private static Command List(Terminal terminal)
    {
        var kind = Allowed<string>("--kind", "Of one kind alone.");
        var pinned = new Option<bool>("--pinned") { Description = "Pinned ones alone." };
        var withdrawn = new Option<bool>("--withdrawn") { Description = "Withdrawn ones, too." };
        return new Command("list", "Lists the notes of an account, newest first.")
        {
            Account, kind, pinned, withdrawn,
        }.Lists<AccountNote>(
            terminal,
            parsed => Paths.List(
                PathOf(parsed), ("kind", parsed.GetValue(kind)), ("pinned", parsed.GetValue(pinned) ? "true" : null),
                ("withdrawn", parsed.GetValue(withdrawn) ? "true" : null)),
            note => Print(note, terminal, asJson: false));
    }

    private static Command Withdraw(Terminal terminal)
    {
        var command = Change(terminal, "withdraw", "Withdraws a note: it is kept, and not listed unless asked for.");
        command.Add(Reason);
        return command;
    }

    private static Command Change(Terminal terminal, string name, string description)
    {
        var command = new Command(name, description) { Account, Note };
        command.SetAction(async (parsed, cancellation) =>
        {
            using var gateway = parsed.Gateway();
            var path = PathOf(parsed, $"/{Uri.EscapeDataString(parsed.GetRequiredValue(Note))}/{name}");
            var note = await gateway.Send<AccountNote>(
                HttpMethod.Post, path, null, parsed.Ask(terminal, parsed.GetValue(Reason)), cancellation);
            Print(note, terminal, parsed.WantsJson());
            return ExitCode.Ok;
        });
        return command.AsChanging();
    }

    private static string PathOf(ParseResult parsed, string part = "") =>
        Paths.Account(parsed.GetRequiredValue(Account), "/notes" + part);

    private static async Task<string> TextOf(string? text, string? file, CancellationToken cancellation) =>
        (text, file) switch
        {
            ({ } given, null) => given,
            (null, { } path) => await File.ReadAllTextAsync(path, cancellation),
            _ => throw new UsageException("Give --text or --text-file."),
        };

    private static NoteDocument? About(string? invoice, string? dispute) => (invoice, dispute) switch
    {
        (null, null) => null,
        ({ } id, null) => new NoteDocument(AccountNote.AboutInvoice, id),
        (null, { } id) => new NoteDocument(AccountNote.AboutDispute, id),
        _ => throw new UsageException("A note is about one document: give --invoice or --dispute."),
    };

    private static void Print(AccountNote note, Terminal terminal, bool asJson)
    {
        if (asJson)
        {
            terminal.Json(note);
            return;
        }
        terminal.Line($"{note.NoteId}  {Moment(note.WrittenAt)}  {note.Kind}{(note.IsPinned ? ", pinned" : "")}  "
            + note.WrittenBy + (note.About is null ? "" : $"  about {note.About} {note.AboutNumber}"));
        foreach (var line in (note.Text ?? "(can no longer be read)").Split('\n'))
            terminal.Line("    " + line);
        if (note.WithdrawnAt is { } at)
            terminal.Line($"    withdrawn {Moment(at)} by {note.WithdrawnBy}: {note.WithdrawnReason}");
    }

    private static string Moment(DateTimeOffset at) =>
        at.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss'Z'", CultureInfo.InvariantCulture);
}
