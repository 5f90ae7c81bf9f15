using System.Text.RegularExpressions;
using YamlDotNet.Core;
using YamlDotNet.Serialization;

namespace BillingActors.Gateway.Tests.Cluster;

/// <summary>Reads docker-compose.yml as the container engine would: merged, and filled in from variables.</summary>
internal sealed partial class Composition
{
    private readonly Dictionary<string, Service> _services;

    private Composition(Dictionary<string, Service> services) => _services = services;

    /// <summary>The composition of this checkout; a variable that is demanded and not given is refused.</summary>
    public static Composition Read(IReadOnlyDictionary<string, string> variables)
    {
        var text = Substitution().Replace(
            File.ReadAllText(Path.Combine(Root(), "docker-compose.yml")), match => ValueOf(match, variables));
        var parser = new MergingParser(new Parser(new StringReader(text)));
        var file = new DeserializerBuilder().IgnoreUnmatchedProperties().Build().Deserialize<ComposeFile>(parser);
        return new Composition(file.Services);
    }

    /// <summary>The image that a service runs.</summary>
    public string Target(string service) => _services[service].Build.Target;

    /// <summary>The environment of a service.</summary>
    public IReadOnlyDictionary<string, string> Environment(string service) => _services[service].Environment;

    private static string ValueOf(Match match, IReadOnlyDictionary<string, string> variables)
    {
        if (variables.TryGetValue(match.Groups["name"].Value, out var value) && value.Length > 0)
            return value;
        var rest = match.Groups["rest"].Value;
        return rest.StartsWith(":-", StringComparison.Ordinal)
            ? rest[2..]
            : throw new InvalidOperationException(match.Value + " is demanded.");
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
            if (File.Exists(Path.Combine(folder.FullName, "BillingActors.sln")))
                return folder.FullName;
        throw new DirectoryNotFoundException("BillingActors.sln is in no folder above " + AppContext.BaseDirectory);
    }

    [GeneratedRegex(@"\$\{(?<name>[A-Z0-9_]+)(?<rest>[^}]*)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Substitution();

    private sealed class ComposeFile
    {
        [YamlMember(Alias = "services")]
        public Dictionary<string, Service> Services { get; set; } = [];
    }

    private sealed class Service
    {
        [YamlMember(Alias = "build")]
        public Build Build { get; set; } = new();

        [YamlMember(Alias = "environment")]
        public Dictionary<string, string> Environment { get; set; } = [];
    }

    private sealed class Build
    {
        [YamlMember(Alias = "target")]
        public string Target { get; set; } = "";
    }
}
