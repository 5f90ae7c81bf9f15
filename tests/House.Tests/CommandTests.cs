using System.Diagnostics;

namespace BillingActors.House.Tests;

public sealed class CommandTests
{
    private const string Help =
        "Usage:\n  billing [command]\n\nCommands:\n  demo  Shows it.\n  run <x>  Runs.\n\nMore:\n  no\n";

    [Fact]
    public async Task Every_command_that_a_document_quotes_exists()
    {
        var program = Repository.BuildOutput("Cli", "billing.dll");
        var verbs = CommandRules.VerbsOf(await Output("dotnet", program, "--help"));
        Assert.NotEmpty(verbs);
        Finding.AssertNone(Repository.Files(".md").SelectMany(file => CommandRules.UnknownVerbs(file, verbs)));
    }

    [Fact]
    public async Task Every_option_of_the_test_command_that_a_document_quotes_exists()
    {
        var help = await Output("bash", Repository.FullPath("test"), "--help");
        Finding.AssertNone(Repository.Files(".md").SelectMany(file => CommandRules.UnknownTestOptions(file, help)));
    }

    [Theory]
    [InlineData("billing")]
    [InlineData("test")]
    [InlineData(".ci/run")]
    [InlineData(".ci/build.sh")]
    [InlineData(".ci/postgres.sh")]
    public async Task Every_script_is_sound(string script) => await Output("bash", "-n", Repository.FullPath(script));

    [Theory]
    [InlineData("./billing dance", "a.md:3: error: ./billing dance does not exist")]
    [InlineData("$ X=1 ./billing fly --high", "a.md:3: error: ./billing fly does not exist")]
    public void A_command_that_does_not_exist_is_found(string line, string expected) =>
        Assert.Equal(
            expected, Assert.Single(CommandRules.UnknownVerbs(Quote(line), CommandRules.VerbsOf(Help))).ToString());

    [Theory]
    [InlineData("./billing demo")]
    [InlineData("./billing run plan")]
    [InlineData("./billing --help")]
    public void A_command_that_exists_is_left_alone(string line) =>
        Assert.Empty(CommandRules.UnknownVerbs(Quote(line), CommandRules.VerbsOf(Help)));

    [Fact]
    public void An_option_that_does_not_exist_is_found() =>
        Assert.Equal(
            "a.md:3: error: ./test --fast does not exist",
            Assert.Single(CommandRules.UnknownTestOptions(Quote("./test --filter x --fast"), "  --filter TEXT"))
                .ToString());

    private static SourceFile Quote(string line) => new("a.md", $"# A\n```\n{line}\n```");

    private static async Task<string> Output(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments)
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}\n{await output}{await errors}");
        return await output;
    }
}
