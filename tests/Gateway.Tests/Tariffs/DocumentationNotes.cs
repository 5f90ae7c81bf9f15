using System.Reflection;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace BillingActors.Gateway.Tests.Tariffs;

/// <summary>What the comments of a project say of its types and of the members of its records.</summary>
internal sealed partial class DocumentationNotes
{
    private readonly Dictionary<string, XElement> _members;

    public DocumentationNotes(Assembly assembly)
    {
        var path = Path.Combine(AppContext.BaseDirectory, assembly.GetName().Name + ".xml");
        _members = XDocument.Load(path).Descendants("member").ToDictionary(
            member => (string)member.Attribute("name")!, StringComparer.Ordinal);
    }

    /// <summary>The summary of a type.</summary>
    public string Of(Type type) => Text(_members["T:" + NameOf(type)].Element("summary"))
        ?? throw new InvalidOperationException($"{type.Name} has no summary.");

    /// <summary>The parameter of a record, or the summary of the property on it or on what it derives from.</summary>
    public string Of(Type type, PropertyInfo property)
    {
        for (var at = type; at is not null && at != typeof(object); at = at.BaseType)
        {
            var parameter = _members.GetValueOrDefault("T:" + NameOf(at))?.Elements("param")
                .FirstOrDefault(param => (string?)param.Attribute("name") == property.Name);
            var own = _members.GetValueOrDefault($"P:{NameOf(at)}.{property.Name}")?.Element("summary");
            if (Text(parameter ?? own) is { Length: > 0 } text)
                return text;
        }
        throw new InvalidOperationException($"{type.Name}.{property.Name} is not described.");
    }

    private static string NameOf(Type type) => type.FullName!.Replace('+', '.');

    private static string? Text(XElement? note) =>
        note is null ? null : Space().Replace(note.Value, " ").Trim();

    [GeneratedRegex(@"\s+", RegexOptions.None, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Space();
}
