using System.CommandLine;
using BillingActors.Cli.Embedded;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Privacy;

namespace BillingActors.Cli.Verbs;

/// <summary>billing privacy …: changes the master key of personal data, directly in the database.</summary>
internal static class PrivacyVerbs
{
    private static readonly DatabaseOptions Database = new();

    private static readonly Option<FileInfo> Next = new("--new-key")
    {
        Description = "File with the next master key: 32 bytes in base64, as it will be mounted.",
        Required = true,
    };

    public static Command Create(Terminal terminal) =>
        new("privacy", "Keeps the keys of personal data, directly in the database.") { Rotate(terminal) };

    private static Command Rotate(Terminal terminal)
    {
        var command = new Command(
            "rotate-key",
            "Wraps all keys with the next master key; no personal data is written again. Start every program with it.")
        {
            Next,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            var file = parsed.GetRequiredValue(Next);
            if (!file.Exists)
                throw new UsageException($"There is no file {file.FullName}.");
            var next = MasterKey.Parse(await File.ReadAllTextAsync(file.FullName, cancellation));
            await using var database = await OfflineDatabase.Open(Database.Existing(parsed), cancellation);
            var count = await database.Get<IMasterKeyRotation>().Rotate(next, cancellation);
            await database.Get<IAuditTrail>().Append(
                new AuditEntry(
                    TimeProvider.System.GetUtcNow(), KeyNotes.Actor, KeyNotes.Source, "master-key-rotated",
                    new AuditSubject("master-key", next.Id), "rotate-" + next.Id),
                cancellation);
            terminal.Line($"{count} keys are wrapped with master key {next.Id}");
            return ExitCode.Ok;
        });
        return Database.AddTo(command);
    }
}
