using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace BillingActors.House.Tests;

/// <summary>What docker-compose.yml must hold: services, health, no secret, no setting that nobody reads.</summary>
internal static partial class ComposeRules
{
    private static readonly string[] _services =
        ["postgres", "silo-1", "silo-2", "gateway-1", "gateway-2", "billing"];

    public static IEnumerable<Finding> Violations(SourceFile compose, IReadOnlySet<string> settings)
    {
        var services = Services(compose);
        foreach (var missing in _services.Where(name => !services.ContainsKey(name)))
            yield return compose.At(1, $"the service {missing} is missing");
        foreach (var (name, service) in services)
            foreach (var finding in OfService(compose, name, service, settings))
                yield return finding;
        foreach (var finding in Secrets(compose))
            yield return finding;
    }

    /// <summary>Names of the variables that the file takes from outside.</summary>
    public static IEnumerable<string> Variables(SourceFile compose) =>
        Substitution().Matches(compose.Text)
            .Select(match => match.Groups["name"].Value)
            .Distinct(StringComparer.Ordinal);

    /// <summary>Names of those without which nothing starts.</summary>
    public static IEnumerable<string> Demanded(SourceFile compose) =>
        Substitution().Matches(compose.Text)
            .Where(IsDemanded)
            .Select(match => match.Groups["name"].Value)
            .Distinct(StringComparer.Ordinal);

    /// <summary>
    /// Where the example of .env differs from what the composition takes: each variable once, a demanded one empty.
    /// </summary>
    public static IEnumerable<Finding> OfExample(SourceFile example, SourceFile compose)
    {
        var demanded = Demanded(compose).ToHashSet(StringComparer.Ordinal);
        var left = Variables(compose).ToHashSet(StringComparer.Ordinal);
        foreach (var (number, text) in example.NumberedLines)
        {
            if (Assignment().Match(text) is not { Success: true } line)
                continue;
            var name = line.Groups["name"].Value;
            if (!left.Remove(name))
                yield return example.At(number, $"{name} is set twice, or the composition does not take it");
            if (demanded.Contains(name) && text != name + "=")
                yield return example.At(number, $"{name} must stand there empty, to be filled in");
        }
        foreach (var name in left)
            yield return example.At(1, $"{name} is missing");
    }

    private static Dictionary<string, YamlMappingNode> Services(SourceFile compose)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(compose.Text));
        var root = (YamlMappingNode)yaml.Documents[0].RootNode;
        return ((YamlMappingNode)root["services"]).Children
            .ToDictionary(pair => pair.Key.ToString(), pair => (YamlMappingNode)pair.Value, StringComparer.Ordinal);
    }

    private static IEnumerable<Finding> OfService(
        SourceFile compose, string name, YamlMappingNode service, IReadOnlySet<string> settings)
    {
        var line = (int)service.Start.Line;
        var isOurs = name != "postgres";
        var stays = Child(service, "profiles") is null; // A tool runs once, when somebody asks for it.
        var health = Flatten(Child(service, "healthcheck"));
        if (stays && health.Length == 0)
            yield return compose.At(line, $"{name} has no health check");
        else if (stays && isOurs && !HealthPath().IsMatch(health))
            yield return compose.At(line, $"the health check of {name} asks neither /health/ready nor /health/live");
        if (name.StartsWith("gateway", StringComparison.Ordinal) && Child(service, "ports") is null)
            yield return compose.At(line, $"{name} publishes no port");
        if (!name.StartsWith("gateway", StringComparison.Ordinal) && Child(service, "ports") is not null)
            yield return compose.At(line, $"{name} must not be reachable from outside");
        if (Child(service, "image") is YamlScalarNode { Value: { } image } && !Pinned().IsMatch(image))
            yield return compose.At(line, $"{name} runs {image}, which is no pinned version");
        if (Child(service, "environment") is YamlMappingNode environment)
            foreach (var key in Keys(environment).Where(key => isOurs && !settings.Contains(key.Value!)))
                yield return compose.At((int)key.Start.Line, $"{name} sets {key.Value}, which no program reads");
    }

    private static IEnumerable<Finding> Secrets(SourceFile compose)
    {
        foreach (var (number, text) in compose.NumberedLines)
        {
            foreach (Match found in Substitution().Matches(text))
                if (SecretName().IsMatch(found.Groups["name"].Value) && !IsDemanded(found))
                    yield return compose.At(number, $"{found.Groups["name"].Value} must be demanded by :?");
            if (LiteralSecret().IsMatch(Substitution().Replace(text, "$$")))
                yield return compose.At(number, "a secret is written into the file");
        }
    }

    private static bool IsDemanded(Match substitution) =>
        substitution.Groups["rest"].Value.StartsWith(":?", StringComparison.Ordinal);

    /// <summary>The value of a key, its own or merged in by &lt;&lt;.</summary>
    private static YamlNode? Child(YamlMappingNode node, string key) =>
        Own(node, key) ?? (Own(node, "<<") is YamlMappingNode merged ? Child(merged, key) : null);

    private static YamlNode? Own(YamlMappingNode node, string key) =>
        node.Children.FirstOrDefault(pair => pair.Key.ToString() == key).Value;

    private static IEnumerable<YamlScalarNode> Keys(YamlMappingNode node) =>
        node.Children.Keys.Cast<YamlScalarNode>()
            .Where(key => key.Value != "<<")
            .Concat(Own(node, "<<") is YamlMappingNode merged ? Keys(merged) : []);

    private static string Flatten(YamlNode? node) => node switch
    {
        YamlScalarNode scalar => scalar.Value ?? "",
        YamlSequenceNode many => string.Join(' ', many.Select(Flatten)),
        YamlMappingNode map => string.Join(' ', map.Children.Values.Select(Flatten)),
        _ => "",
    };

    [GeneratedRegex(@"\$\{(?<name>[A-Za-z_][A-Za-z0-9_]*)(?<rest>[^}]*)\}", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Substitution();

    [GeneratedRegex("^(# )?(?<name>[A-Z][A-Z0-9_]*)=", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Assignment();

    [GeneratedRegex("PASSWORD|SECRET|KEY|TOKEN", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex SecretName();

    [GeneratedRegex(
        @"(PASSWORD|SECRET|TOKEN|MASTERKEY)\s*[=:]\s*['""]?[^$\s;'""]",
        RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase,
        1000)]
    private static partial Regex LiteralSecret();

    [GeneratedRegex("/health/(ready|live)", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex HealthPath();

    [GeneratedRegex(@":\d+(\.\d+)*(-[a-z0-9.]+)?(@sha256:[0-9a-f]{64})?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Pinned();
}
