using System.Text.RegularExpressions;

namespace BillingActors.House.Tests;

/// <summary>How a source file may look: width, length, leftovers, closed classes.</summary>
internal static partial class TidyRules
{
    private const int ColumnCountMax = 120;
    private const int LineCountMax = 400;
    // The contract of the interface is the largest file there may be.
    private const int ByteCountMax = 1_100_000;

    public static IEnumerable<Finding> Width(SourceFile file) =>
        from line in file.NumberedLines
        where line.Text.Length > ColumnCountMax
        select file.At(line.Number, $"{line.Text.Length} columns, at most {ColumnCountMax}");

    public static IEnumerable<Finding> Length(SourceFile file)
    {
        if (file.Lines.Count > LineCountMax)
            yield return file.At(LineCountMax + 1, $"{file.Lines.Count} lines, at most {LineCountMax}");
    }

    public static IEnumerable<Finding> Regions(SourceFile file) =>
        from line in file.NumberedLines
        where line.Text.TrimStart().StartsWith("#region", StringComparison.Ordinal)
        select file.At(line.Number, "a region hides what should be a file of its own");

    public static IEnumerable<Finding> Leftovers(SourceFile file) =>
        from line in file.NumberedLines
        where Leftover().IsMatch(line.Text)
        select file.At(line.Number, "a leftover mark; finish it or write it down where it is found again");

    public static IEnumerable<Finding> TrailingWhitespace(SourceFile file) =>
        from line in file.NumberedLines
        where line.Text.Length > 0 && char.IsWhiteSpace(line.Text[^1])
        select file.At(line.Number, "white space at the end of the line");

    /// <summary>Classes at the first column, that is at the top level of a file-scoped namespace.</summary>
    public static IEnumerable<Finding> OpenClasses(SourceFile file) =>
        from line in file.NumberedLines
        let declared = ClassDeclaration().Match(line.Text)
        where declared.Success && !Closed().IsMatch(declared.Groups["modifiers"].Value)
        select file.At(line.Number, $"{declared.Groups["name"].Value} is neither sealed, static nor abstract");

    public static IEnumerable<Finding> Size(string path, long byteCount)
    {
        if (byteCount > ByteCountMax)
            yield return new(path, 1, $"{byteCount} bytes, at most {ByteCountMax}");
    }

    [GeneratedRegex(@"\b(TO" + @"DO|FIX" + @"ME|HA" + @"CK)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Leftover();

    [GeneratedRegex(
        @"^(?<modifiers>([a-z]+ )*)(class|record class|record(?! struct)) (?<name>\w+)",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex ClassDeclaration();

    [GeneratedRegex(@"\b(sealed|static|abstract)\b", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Closed();
}
