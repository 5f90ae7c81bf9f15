using System.Xml;
using System.Xml.Linq;

namespace BillingActors.House.Tests;

/// <summary>What a project file says of its references.</summary>
internal sealed record ProjectFile(SourceFile Source)
{
    private readonly XDocument _document = XDocument.Parse(Source.Text, LoadOptions.SetLineInfo);

    /// <summary>The file's name without its extension, which is also how tables name the project.</summary>
    public string Name { get; } = Path.GetFileNameWithoutExtension(Source.Path);

    /// <summary>Names of referenced projects with their lines.</summary>
    public IEnumerable<(int Line, string Name)> Projects =>
        Includes("ProjectReference").Select(found => (found.Line, Path.GetFileNameWithoutExtension(found.Include)));

    /// <summary>Names of referenced packages with their lines.</summary>
    public IEnumerable<(int Line, string Name)> Packages => Includes("PackageReference");

    /// <summary>Every project of the repository.</summary>
    public static IEnumerable<ProjectFile> All => Repository.Files(".csproj").Select(file => new ProjectFile(file));

    /// <summary>Versions that a project states for itself, past the one place for them.</summary>
    public IEnumerable<Finding> OwnVersions() =>
        from reference in _document.Descendants("PackageReference")
        where reference.Attribute("Version") is not null || reference.Attribute("VersionOverride") is not null
        let name = (string?)reference.Attribute("Include")
        select Source.At(LineOf(reference), $"{name} has its version here; it belongs in Directory.Packages.props");

    private IEnumerable<(int Line, string Include)> Includes(string element) =>
        from reference in _document.Descendants(element)
        select (LineOf(reference), (string?)reference.Attribute("Include") ?? "");

    private static int LineOf(IXmlLineInfo element) => element.LineNumber;
}
