namespace BillingActors.Gateway.Tests.Cli;

/// <summary>Seals, their check, and the rotation of the master key, as an operator types them.</summary>
public sealed class SafetyVerbTests : IDisposable
{
    private readonly string _directory = Directory.CreateTempSubdirectory("billing-cli-").FullName;

    private string Database => Path.Combine(_directory, "billing.db");

    private string Seal => Path.Combine(_directory, "seal.json");

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    [Fact]
    public async Task What_was_done_is_sealed_and_verified_against_the_file_outside_under_its_key_only()
    {
        Ends(0, await CliProcess.Run("keys", "create", "--sqlite", Database, "--person", "ada", "--role", "agent"));
        Ends(0, await CliProcess.Run("audit", "seal", "--sqlite", Database, "--out", Seal));
        var key = await CliProcess.Run("audit", "key", "--sqlite", Database);
        var list = await CliProcess.Run("audit", "list", "--sqlite", Database);
        Assert.Contains(list.Lines, line => line.Contains("key-made", StringComparison.Ordinal));
        Assert.Contains(list.Lines, line => line.Contains("sealed", StringComparison.Ordinal));

        await File.WriteAllTextAsync(Pem("own"), key.Output, Http.Cancellation);
        using var stranger = Storage.Audit.SealKey.Create();
        await File.WriteAllTextAsync(Pem("strange"), stranger.PublicPem, Http.Cancellation);
        Ends(0, await Verify("--seal-key", Pem("own")));
        Ends(1, await Verify("--seal-key", Pem("strange")));
        var text = await File.ReadAllTextAsync(Seal, Http.Cancellation);
        await File.WriteAllTextAsync(
            Seal, text.Replace("\"entryCount\": 1", "\"entryCount\": 0", StringComparison.Ordinal), Http.Cancellation);
        Ends(1, await Verify());
    }

    [Fact]
    public async Task A_rotation_of_the_master_key_is_done_offline_and_noted()
    {
        var next = Path.Combine(_directory, "next.key");
        await File.WriteAllTextAsync(
            next, Convert.ToBase64String([.. Enumerable.Range(1, 32).Select(i => (byte)i)]), Http.Cancellation);
        Ends(0, await CliProcess.Run("keys", "create", "--sqlite", Database, "--person", "ada", "--role", "agent"));
        Ends(4, await CliProcess.Run("privacy", "rotate-key", "--sqlite", Database, "--new-key", next + ".none"));
        Ends(0, await CliProcess.Run("privacy", "rotate-key", "--sqlite", Database, "--new-key", next));
        var list = await CliProcess.Run("audit", "list", "--sqlite", Database);
        Assert.Contains(list.Lines, line => line.Contains("master-key-rotated", StringComparison.Ordinal));
    }

    private Task<CliResult> Verify(params string[] more) =>
        CliProcess.Run(["verify", "--sqlite", Database, "--seal", Seal, .. more]);

    private string Pem(string name) => Path.Combine(_directory, name + ".pem");

    private static void Ends(int exitCode, CliResult result) =>
        Assert.True(exitCode == result.ExitCode, $"{result.ExitCode}: {result.Output}{result.Errors}");
}
