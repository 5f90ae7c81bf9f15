namespace BillingActors.House.Tests;

public sealed class ConfigurationTests
{
    private static readonly string[] _readers = ["Storage", "Grains", "Gateway", "Silo", "Formats"];

    /// <summary>The class that reads each section; while it is not there, nothing is expected of it.</summary>
    private static readonly Dictionary<string, string> _owners = new(StringComparer.Ordinal)
    {
        ["Billing:Storage"] = "src/Storage/StorageOptions.cs",
        ["Billing:Inbox"] = "src/Storage/Inbox/InboxOptions.cs",
        ["Billing:Webhooks"] = "src/Storage/Webhooks/WebhookOptions.cs",
        ["Billing:Mail"] = "src/Gateway/Mail/MailOptions.cs",
        ["Billing:Privacy"] = "src/Storage/Privacy/PrivacyOptions.cs",
        ["Billing:Audit"] = "src/Storage/Audit/AuditOptions.cs",
        ["Billing:Grains"] = "src/Grains/GrainsOptions.cs",
        ["Billing:Silo"] = "src/Silo/SiloOptions.cs",
        ["Billing:Gateway"] = "src/Gateway/GatewayOptions.cs",
        ["Billing:Auth"] = "src/Gateway/Auth/AuthOptions.cs",
        ["Billing:Console"] = "src/Gateway/Console/ConsoleOptions.cs",
    };

    private readonly ConfigurationTable _table = new(Repository.Read(ConfigurationTable.Path));

    [Fact]
    public void Every_setting_described_is_read_and_every_setting_read_is_described()
    {
        var options = _readers.SelectMany(project => OptionsClass.ReadAll(Assembly(project))).ToList();
        Finding.AssertNone(_table.Violations(options, IsExpected));
        Finding.AssertNone(_table.Repetitions());
    }

    [Fact]
    public void Every_section_described_has_an_owner() =>
        Assert.All(_table.Settings, row => Assert.Contains(ConfigurationTable.SectionOf(row.Key), _owners));

    [Fact]
    public void Every_variable_described_is_used_by_a_script_or_by_the_composition()
    {
        string[] paths =
        [
            "billing", "test", ".ci/run", ".ci/build.sh", ".ci/postgres.sh", "docker-compose.yml",
            "src/Storage/CrashPoints.cs",
        ];
        var users = paths.Select(Repository.Read).ToList();
        Assert.All(
            _table.Variables,
            row => Assert.Contains(users, user => user.Text.Contains(row.Key, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_setting_that_no_program_reads_is_found_and_so_is_one_that_nobody_described()
    {
        OptionsClass[] read = [new("X.AOptions", "Billing:A", ["New"])];
        var planted = new ConfigurationTable(new("c.md", "# T\n| `Billing:A:Old` | x |\n| `Billing:B:Later` | x |"));
        Assert.Equal(
            ["c.md:2: error: no program reads Billing:A:Old", "c.md:1: error: Billing:A:New is read and not described"],
            planted.Violations(read, _ => false).Select(finding => finding.ToString()),
            StringComparer.Ordinal);
        Assert.Equal(3, planted.Violations(read, _ => true).Count());
    }

    [Fact]
    public void A_setting_described_twice_is_found()
    {
        var planted = new ConfigurationTable(new("c.md", "| `Billing:A:B` |\n| `Billing:A:B` |"));
        Assert.Equal(
            "c.md:2: error: Billing:A:B is described twice", Assert.Single(planted.Repetitions()).ToString());
    }

    [Fact]
    public void Options_are_read_from_the_compiled_class()
    {
        var planted = Assert.Single(OptionsClass.ReadAll(typeof(ConfigurationTests).Assembly.Location));
        Assert.Equal("Billing:Planted", planted.Section);
        Assert.Equal(
            ["Billing:Planted:Kept", "Billing:Planted:Once", "Billing:Planted:Nested:Inner"],
            planted.Keys,
            StringComparer.Ordinal);
    }

    private static bool IsExpected(string section) =>
        Repository.Holds(_owners[section]) && File.Exists(Assembly(_owners[section].Split('/')[1]));

    private static string Assembly(string project) =>
        Repository.BuildOutput(project, $"BillingActors.{project}.dll");

    private sealed class PlantedOptions
    {
        public const string Section = "Billing:Planted";

        public static int Shared { get; set; }

        public int Kept { get; set; }

        public int Once { get; init; }

        public PlantedNested Nested { get; set; } = new();

        public int Derived => Kept + Once + Shared;

        internal int Hidden { get; set; }
    }

    private sealed class PlantedNested
    {
        public int Inner { get; set; }
    }
}
