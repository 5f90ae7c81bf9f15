using System.Text.RegularExpressions;

namespace BillingActors.House.Tests;

/// <summary>The solution names each project once and no other.</summary>
internal static partial class SolutionRules
{
    public static IEnumerable<Finding> Violations(SourceFile solution, IReadOnlyCollection<string> projects)
    {
        var named = new HashSet<string>(StringComparer.Ordinal);
        foreach (var (number, text) in solution.NumberedLines)
        {
            var path = Entry().Match(text).Groups["path"].Value.Replace('\\', '/');
            if (path.Length == 0)
                continue;
            if (!projects.Contains(path, StringComparer.Ordinal))
                yield return solution.At(number, $"{path} does not exist");
            else if (!named.Add(path))
                yield return solution.At(number, $"{path} is named twice");
        }
        foreach (var project in projects.Where(project => !named.Contains(project)))
            yield return solution.At(1, $"{project} is not in the solution");
    }

    [GeneratedRegex("\"(?<path>[^\"]+\\.csproj)\"", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Entry();
}
