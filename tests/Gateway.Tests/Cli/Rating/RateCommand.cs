using System.Text.Json;
using BillingActors.Cli;

namespace BillingActors.Gateway.Tests.Cli.Rating;

/// <summary>Runs billing rate in this process, with the files of a test in a folder of its own.</summary>
internal sealed class RateCommand : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("billing-rate-").FullName;

    /// <summary>A tariff without a zone: 6.20 a month, 0.20 per kWh, 5 % tax.</summary>
    public static string PlainTariff => InRepository("samples/rate/plain.json");

    /// <summary>The path of a file of the repository.</summary>
    public static string InRepository(string path)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "BillingActors.sln")))
            folder = folder.Parent ?? throw new DirectoryNotFoundException("The repository was not found.");
        return Path.Combine(folder.FullName, path);
    }

    public static async Task<CliResult> Run(params string[] arguments)
    {
        using var output = new StringWriter();
        using var errors = new StringWriter();
        var code = await CommandLine.Run(
            ["rate", .. arguments], new Terminal(output, errors, false), TestContext.Current.CancellationToken);
        return new CliResult(code, output.ToString(), errors.ToString());
    }

    /// <summary>Runs with --json and gives what came out, which must be one object.</summary>
    public static async Task<(int ExitCode, JsonElement Output)> RunJson(params string[] arguments)
    {
        var result = await Run([.. arguments, "--json"]);
        Assert.True(result.Output.Length > 0, result.Errors);
        return (result.ExitCode, JsonDocument.Parse(result.Output).RootElement);
    }

    /// <summary>Rates and gives the total, which must be one.</summary>
    public static async Task<string> Total(params string[] arguments)
    {
        var (code, output) = await RunJson(arguments);
        Assert.True(code == 0, output.ToString());
        return output.GetProperty("total").GetString()!;
    }

    /// <summary>A path for a file of the test.</summary>
    public string PathOf(string name) => Path.Combine(_folder, name);

    /// <summary>Writes a file of the test and gives its path.</summary>
    public string Write(string name, string text)
    {
        File.WriteAllText(PathOf(name), text);
        return PathOf(name);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);
}
