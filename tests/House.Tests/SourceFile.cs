namespace BillingActors.House.Tests;

/// <summary>A text file of the repository, or one planted by a test.</summary>
/// <param name="Path">From the root, with slashes.</param>
/// <param name="Text">The whole content.</param>
internal sealed record SourceFile(string Path, string Text)
{
    /// <summary>The lines without their ends; a final line end does not begin another line.</summary>
    public IReadOnlyList<string> Lines { get; } = Text.ReplaceLineEndings("\n").TrimEnd('\n').Split('\n');

    /// <summary>Each line with its number, from 1.</summary>
    public IEnumerable<(int Number, string Text)> NumberedLines => Lines.Select((line, index) => (index + 1, line));

    /// <summary>A finding at a line of this file.</summary>
    public Finding At(int line, string rule) => new(Path, line, rule);
}
