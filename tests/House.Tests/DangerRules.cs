using System.Text.RegularExpressions;

namespace BillingActors.House.Tests;

/// <summary>What is safe in one place only, or nowhere.</summary>
internal static partial class DangerRules
{
    /// <summary>Dangers in the sources of the product.</summary>
    public static IEnumerable<Finding> Violations(IEnumerable<SourceFile> files) =>
        from file in files
        where file.Path.StartsWith("src/", StringComparison.Ordinal)
        from danger in All()
        where !danger.Places.Any(place => file.Path.StartsWith(place, StringComparison.Ordinal))
        from Match match in danger.Pattern.Matches(file.Text)
        let line = file.Text[..match.Index].Count(c => c == '\n') + 1
        select file.At(line, danger.Rule);

    private static (Regex Pattern, string[] Places, string Rule)[] All() =>
    [
        (Sql(), ["src/Storage/"], "SQL is written in Storage alone, as constants with parameters"),
        (Outgoing(),
            [
                "src/Cli/", "src/Grains/Webhooks/WebhookCaller.cs", "src/Grains/Webhooks/EgressConnection.cs",
                "src/Gateway/Mail/SmtpMailer.cs",
            ],
            "only the command line, webhooks and mail call out: no other address is followed"),
        (Markup(), [], "text becomes markup by the framework alone, which encodes it"),
        // The keys of sessions are XML that the program wrote itself, sealed; statements of banks come from outside.
        (Xml(),
            ["src/Formats/Espi/", "src/Formats/Bank/CamtReader.cs", "src/Gateway/Console/Access/SessionKeys.cs"],
            "XML is read where document types are refused"),
        (Processes(), [], "the program starts no other program"),
        (Expression(), [], "a regular expression is generated and has a time-out"),
    ];

    [GeneratedRegex(@"\bCommandText\b|\bCreateCommand\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Sql();

    [GeneratedRegex(
        @"\b(HttpClient|SocketsHttpHandler|WebRequest|TcpClient|SmtpClient)\b|\bnew Socket\(",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Outgoing();

    [GeneratedRegex(@"\bMarkupString\b|\bAddMarkupContent\(", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Markup();

    [GeneratedRegex(
        @"\bXmlReader\.Create\(|\b(XDocument|XElement|XmlDocument|XmlSerializer)\b",
        RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Xml();

    [GeneratedRegex(@"\bProcess\.Start\(|\bProcessStartInfo\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Processes();

    // Generated ones end with the milliseconds they may take; all others have no limit of their own.
    [GeneratedRegex(
        """
        \bnew\ Regex\(
        |\bRegex\.(IsMatch|Match|Matches|Replace|Split|Count)\(
        |\[GeneratedRegex\((?!.*,\s*\d{3,4}\)\])
        """,
        RegexOptions.ExplicitCapture | RegexOptions.IgnorePatternWhitespace, 1000)]
    private static partial Regex Expression();
}
