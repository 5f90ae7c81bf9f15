using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;

namespace BillingActors.House.Tests;

/// <summary>Which project may use which package, and how versions are pinned.</summary>
internal static partial class PackageTable
{
    private const string EveryProject = "Directory.Build";

    private static readonly Dictionary<string, string[]> _allowed = new(StringComparer.Ordinal)
    {
        [EveryProject] = ["Meziantou.Analyzer", "Microsoft.CodeAnalysis.BannedApiAnalyzers", "xunit.v3", "CsCheck"],
        ["Domain"] = ["NodaTime"],
        ["Grains.Interfaces"] = ["Microsoft.Orleans.Sdk"],
        ["Storage"] = ["Npgsql", "Microsoft.Data.Sqlite"],
        ["Grains"] = ["Microsoft.Orleans.Server", "Microsoft.Orleans.Reminders", "Microsoft.Orleans.Streaming"],
        ["Formats"] = ["Sylvan.Data.Csv"],
        ["Gateway"] =
        [
            "Microsoft.Orleans.Client", "Microsoft.Orleans.Clustering.AdoNet", "Microsoft.AspNetCore.OpenApi",
            "Microsoft.AspNetCore.Authentication.JwtBearer", "Microsoft.AspNetCore.Authentication.OpenIdConnect",
            "Radzen.Blazor", "Scalar.AspNetCore", "SpreadCheetah", "MailKit",
        ],
        ["Silo"] =
        [
            "Microsoft.Orleans.Server", "Microsoft.Orleans.Reminders", "Microsoft.Orleans.Streaming",
            "Microsoft.Orleans.Clustering.AdoNet", "Microsoft.Orleans.Persistence.AdoNet",
            "Microsoft.Orleans.Reminders.AdoNet",
        ],
        ["Cli"] = ["System.CommandLine", "Spectre.Console", "HdrHistogram"],
        ["Comparison"] = ["Microsoft.Orleans.Server", "Microsoft.Orleans.Persistence.AdoNet", "Npgsql"],
        ["Load"] = ["Npgsql"],
        ["Survival"] = ["Npgsql"],
        ["Micro"] = ["BenchmarkDotNet", "Microsoft.CodeAnalysis.CSharp", "Microsoft.Orleans.TestingHost"],
        ["Domain.Tests"] = [],
        ["Formats.Tests"] = [],
        ["Storage.Tests"] = ["Npgsql", "Microsoft.Data.Sqlite"],
        ["Grains.Tests"] =
        [
            "Microsoft.Orleans.TestingHost", "Microsoft.Orleans.Clustering.AdoNet",
            "Microsoft.Orleans.Persistence.AdoNet", "Microsoft.Orleans.Reminders.AdoNet",
            "Microsoft.Extensions.TimeProvider.Testing",
        ],
        ["Gateway.Tests"] =
        [
            "Microsoft.AspNetCore.Mvc.Testing", "Microsoft.Playwright", "Microsoft.Extensions.TimeProvider.Testing",
            "YamlDotNet", "JsonSchema.Net",
        ],
        ["Survival.Tests"] = ["Npgsql"],
        ["Console.Tests"] = ["Microsoft.Playwright", "Deque.AxeCore.Commons"],
        ["House.Tests"] = ["YamlDotNet"],
    };

    /// <summary>Packages that nobody agreed to.</summary>
    public static IEnumerable<Finding> Violations(ProjectFile project)
    {
        var allowed = _allowed.GetValueOrDefault(project.Name, []);
        return from package in project.Packages
               where !allowed.Contains(package.Name, StringComparer.Ordinal)
               select project.Source.At(package.Line, $"{package.Name} is not on the allow-list of {project.Name}");
    }

    /// <summary>Pins that name a range, a wildcard or nothing.</summary>
    public static IEnumerable<Finding> LoosePins(SourceFile packages) =>
        from pin in XDocument.Parse(packages.Text, LoadOptions.SetLineInfo).Descendants("PackageVersion")
        let version = (string?)pin.Attribute("Version") ?? ""
        where !Exact().IsMatch(version)
        let name = (string?)pin.Attribute("Include")
        select packages.At(((IXmlLineInfo)pin).LineNumber, $"{name}: '{version}' is no exact version");

    [GeneratedRegex(@"^\d+(\.\d+){2,3}(-[0-9A-Za-z.]+)?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Exact();
}
