namespace BillingActors.House.Tests;

public sealed class ComposeTests
{
    private static readonly ConfigurationTable _table = new(Repository.Read(ConfigurationTable.Path));
    private static readonly SourceFile _compose = Repository.Read("docker-compose.yml");
    private static readonly SourceFile _example = Repository.Read(".env.example");

    [Fact]
    public void The_composition_holds_together() =>
        Finding.AssertNone(ComposeRules.Violations(_compose, _table.EnvironmentNames));

    [Fact]
    public void Every_variable_the_composition_takes_is_described() =>
        Assert.All(ComposeRules.Variables(_compose), name => Assert.Contains(name, _table.EnvironmentNames));

    [Fact]
    public void The_guide_makes_every_variable_without_which_nothing_starts()
    {
        var commands = MarkdownRules.Fenced(Repository.Read("docs/operating/deploy.md")).Select(line => line.Text);
        Assert.All(
            ComposeRules.Demanded(_compose),
            name => Assert.Contains(commands, text => text.Contains(name + "=", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_example_of_env_names_what_the_composition_takes() =>
        Finding.AssertNone(ComposeRules.OfExample(_example, _compose));

    [Theory]
    [InlineData("BILLING_CURSOR_KEY=", "BILLING_CURSOR=", "the composition does not take it")]
    [InlineData("BILLING_CURSOR_KEY=", "BILLING_CURSOR=", "BILLING_CURSOR_KEY is missing")]
    [InlineData("BILLING_CURSOR_KEY=", "BILLING_CURSOR_KEY=AAAA", "must stand there empty")]
    [InlineData("BILLING_CURSOR_KEY=", "# BILLING_CURSOR_KEY=", "must stand there empty")]
    [InlineData("# BILLING_GATEWAY_2_PORT=8082", "# nothing", "BILLING_GATEWAY_2_PORT is missing")]
    public void A_fault_in_the_example_of_env_is_found(string from, string to, string expected)
    {
        var planted = new SourceFile(".env.example", _example.Text.Replace(from, to, StringComparison.Ordinal));
        Assert.NotEqual(_example.Text, planted.Text, StringComparer.Ordinal);
        Assert.Contains(
            ComposeRules.OfExample(planted, _compose),
            finding => finding.ToString().Contains(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("  silo-2:", "  silo-3:", "the service silo-2 is missing")]
    [InlineData("PASSWORD:?make it", "PASSWORD:-postgres", "BILLING_POSTGRES_PASSWORD must be demanded")]
    [InlineData("Password=${BILLING", "Password=x${BILLING", "a secret is written into the file")]
    [InlineData("__ClusterId:", "__Cluster:", "sets Billing__Silo__Cluster, which no program reads")]
    [InlineData("__SiloPort:", "__Port:", "sets Billing__Silo__Port, which no program reads")]
    [InlineData("/health/ready", "/", "asks neither /health/ready nor /health/live")]
    [InlineData("image: postgres:18.1", "image: postgres:latest", "runs postgres:latest, which is no pinned version")]
    [InlineData("    ports:", "    expose:", "gateway-1 publishes no port")]
    public void A_fault_in_the_composition_is_found(string from, string to, string expected)
    {
        var planted = new SourceFile("docker-compose.yml", _compose.Text.Replace(from, to, StringComparison.Ordinal));
        Assert.NotEqual(_compose.Text, planted.Text, StringComparer.Ordinal);
        Assert.Contains(
            ComposeRules.Violations(planted, _table.EnvironmentNames),
            finding => finding.ToString().Contains(expected, StringComparison.Ordinal));
    }
}
