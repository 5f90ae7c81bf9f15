using System.CommandLine;
using System.Globalization;
using BillingActors.Cli.Embedded;
using BillingActors.Gateway.Api;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Reports;

namespace BillingActors.Cli.Verbs;

/// <summary>
/// billing audit …: seals all chains, lists what was done to the installation, and checks it; directly in the database.
/// </summary>
internal static class AuditVerbs
{
    private const int PageLength = 500;

    private static readonly DatabaseOptions Database = new();

    private static readonly Option<FileInfo?> Out = new("--out")
    {
        Description = "File the seal is written to; keep it where the database is not.",
    };

    private static readonly Option<int> Count = new("--count")
    {
        Description = "Entries, the newest first, 1 to 10,000.",
        DefaultValueFactory = _ => 50,
    };

    public static Command Create(Terminal terminal) =>
        new("audit", "Seals all chains, and tells what was done to the installation, directly in the database.")
        {
            Seal(terminal), List(terminal), Key(terminal),
        };

    private static Command Seal(Terminal terminal)
    {
        var command = new Command("seal", "Signs how every chain stands, and shows the seal.") { Out };
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var database = await OfflineDatabase.Open(Database.Existing(parsed), cancellation);
            var now = TimeProvider.System.GetUtcNow();
            var id = "seal-" + Guid.NewGuid().ToString("N");
            var request = new SealRequest(now, KeyNotes.Actor, KeyNotes.Source, id);
            var seal = await database.Get<IAuditSeals>().Seal(request, cancellation)
                ?? throw new InvalidOperationException("Somebody else sealed in the same moment; try again.");
            if (parsed.GetValue(Out) is { } file)
                await File.WriteAllTextAsync(file.FullName, seal.ToJson() + "\n", cancellation);
            terminal.Line(seal.ToJson());
            terminal.Complain(string.Create(
                CultureInfo.InvariantCulture,
                $"seal {seal.Number} covers {seal.AccountCount:N0} accounts and {seal.EntryCount:N0} entries"));
            return ExitCode.Ok;
        });
        return Database.AddTo(command);
    }

    private static Command List(Terminal terminal)
    {
        var command = new Command("list", "Lists what people and programs did to the installation.") { Count };
        command.SetAction(async (parsed, cancellation) =>
        {
            if (parsed.GetValue(Count) is < 1 or > 10_000)
                throw new UsageException("--count must be 1 to 10,000.");
            await using var database = await OfflineDatabase.Open(Database.Existing(parsed), cancellation);
            var (trail, left, before) = (database.Get<IAuditTrail>(), parsed.GetValue(Count), 0L);
            while (left > 0)
            {
                var rows = await trail.Read(
                    new AuditFilter(EntityScope.All), before, Math.Min(left, PageLength), cancellation);
                foreach (var entry in rows.Select(AuditEntryView.Of))
                    Print(entry, terminal, parsed.WantsJson());
                (left, before) = (left - rows.Length, rows.IsEmpty ? 0 : rows[^1].Position);
                if (rows.IsEmpty || before == 1)
                    break;
            }
            return ExitCode.Ok;
        });
        return Database.AddTo(command);
    }

    private static Command Key(Terminal terminal)
    {
        var command = new Command("key", "Shows the public key that seals are signed with, as PEM.");
        command.SetAction(async (parsed, cancellation) =>
        {
            await using var database = await OfflineDatabase.Open(Database.Existing(parsed), cancellation);
            terminal.Line(database.Get<IAuditSeals>().PublicKey);
            return ExitCode.Ok;
        });
        return Database.AddTo(command);
    }

    private static void Print(AuditEntryView entry, Terminal terminal, bool asJson)
    {
        if (asJson)
        {
            terminal.Json(entry);
            return;
        }
        terminal.Line(string.Create(
            CultureInfo.InvariantCulture,
            $"{entry.Position}  {entry.At:u}  {entry.ActorId}  {entry.Source}  {entry.Action}  {entry.SubjectKind} ")
            + entry.SubjectId + (entry.Reason is null ? "" : $"  \"{entry.Reason}\""));
    }
}
