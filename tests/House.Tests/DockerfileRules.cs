using System.Text.RegularExpressions;

namespace BillingActors.House.Tests;

/// <summary>What the Dockerfile must hold: stages, a user without rights, health, programs that exist.</summary>
internal static partial class DockerfileRules
{
    private static readonly string[] _targets = ["silo", "gateway", "billing"];

    public static IEnumerable<Finding> Violations(SourceFile docker, Func<string, bool> exists)
    {
        var stages = Stages(docker);
        if (!stages.Values.Any(stage => stage.From.Contains("/sdk:10.0", StringComparison.Ordinal)))
            yield return docker.At(1, "no stage builds with the .NET 10 SDK");
        foreach (var target in _targets.Where(target => !stages.ContainsKey(target)))
            yield return docker.At(1, $"the target {target} is missing");
        foreach (var (name, stage) in stages.Where(stage => _targets.Contains(stage.Key, StringComparer.Ordinal)))
        {
            var lines = Inherited(stages, stage).ToList();
            if (lines.Exists(line => line.Contains("/sdk:", StringComparison.Ordinal)))
                yield return docker.At(stage.Line, $"{name} carries the SDK");
            var user = lines.LastOrDefault(line => line.StartsWith("USER ", StringComparison.Ordinal));
            if (user is null or "USER root" or "USER 0")
                yield return docker.At(stage.Line, $"{name} runs as root");
            if (!lines.Exists(line => line.StartsWith("ENTRYPOINT [", StringComparison.Ordinal)))
                yield return docker.At(stage.Line, $"{name} has no entry point in the form of a list");
            if (!lines.Exists(line => line.StartsWith("HEALTHCHECK", StringComparison.Ordinal)))
                yield return docker.At(stage.Line, $"{name} has no health check");
        }
        foreach (var (number, text) in docker.NumberedLines)
        {
            foreach (Match project in Project().Matches(text))
                if (!exists(project.Value))
                    yield return docker.At(number, $"{project.Value} does not exist");
            if (Secret().IsMatch(text))
                yield return docker.At(number, "an image is no place for a secret");
        }
    }

    private static IEnumerable<string> Inherited(Dictionary<string, Stage> stages, Stage stage) =>
        (stages.TryGetValue(stage.From, out var parent) ? Inherited(stages, parent) : [stage.From]).Concat(stage.Lines);

    private static Dictionary<string, Stage> Stages(SourceFile docker)
    {
        var stages = new Dictionary<string, Stage>(StringComparer.Ordinal);
        Stage? current = null;
        foreach (var (number, text) in docker.NumberedLines)
        {
            var from = From().Match(text);
            if (from.Success)
                stages[from.Groups["name"].Value] = current = new(number, from.Groups["image"].Value, []);
            else
                current?.Lines.Add(text);
        }
        return stages;
    }

    [GeneratedRegex(@"^FROM (?<image>\S+) AS (?<name>\S+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex From();

    [GeneratedRegex(@"\bsrc/[\w./]+\.csproj", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Project();

    [GeneratedRegex(
        @"^(ENV|ARG)\b.*(PASSWORD|SECRET|KEY|TOKEN)", RegexOptions.ExplicitCapture | RegexOptions.IgnoreCase, 1000)]
    private static partial Regex Secret();

    private sealed record Stage(int Line, string From, List<string> Lines);
}
