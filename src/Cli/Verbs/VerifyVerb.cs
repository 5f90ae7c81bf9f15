using System.CommandLine;
using BillingActors.Cli.Embedded;
using BillingActors.Cli.Output;
using BillingActors.Storage.Audit;
using BillingActors.Storage.Verification;

namespace BillingActors.Cli.Verbs;

/// <summary>billing verify: re-derives what the database says and compares; offline.</summary>
internal static class VerifyVerb
{
    private static readonly DatabaseOptions Database = new();

    private static readonly Option<FileInfo?> Seal = new("--seal")
    {
        Description = "A seal that was kept outside: the books must still agree with it.",
    };

    private static readonly Option<FileInfo?> SealKey = new("--seal-key")
    {
        Description = "The public key, as PEM, that must have signed it; without it, the one the seal names.",
    };

    public static Command Create(Terminal terminal)
    {
        var command = new Command("verify",
            "Checks the whole database against itself, offline; 0 only if everything holds.") { Seal, SealKey };
        command.SetAction(async (parsed, cancellation) =>
        {
            var checks = await OfflineVerification.Run(
                (Database.Existing(parsed), Outside(parsed)), step => terminal.Progress("verify: " + step),
                cancellation);
            terminal.EndProgress();
            return VerificationPrinting.Print(checks, terminal, parsed.WantsJson()) ? ExitCode.Ok : ExitCode.Error;
        });
        return Database.AddTo(command);
    }

    private static OutsideSeal? Outside(ParseResult parsed)
    {
        var (seal, key) = (parsed.GetValue(Seal), parsed.GetValue(SealKey));
        if (seal is null)
            return key is null ? null : throw new UsageException("--seal-key goes with --seal.");
        if (!seal.Exists)
            throw new UsageException($"There is no file {seal.FullName}.");
        return new OutsideSeal(
            AuditSeal.Parse(File.ReadAllText(seal.FullName)),
            key is null ? default(ReadOnlyMemory<byte>) : Storage.Audit.SealKey.ReadPublic(key.FullName));
    }
}
