using System.Text.RegularExpressions;

namespace BillingActors.House.Tests;

/// <summary>
/// Figures that a document quotes: the table below a mark such as <c>quoted from bench/results/x.md</c> (in a comment)
/// stands, row by row, in the file that the mark names.
/// </summary>
internal static partial class QuoteRules
{
    /// <summary>
    /// Marks that name no file, rows that are not in it; <paramref name="read"/> answers null for no file.
    /// </summary>
    public static IEnumerable<Finding> Violations(SourceFile file, Func<string, SourceFile?> read)
    {
        for (var index = 0; index < file.Lines.Count; index++)
        {
            if (Mark().Match(file.Lines[index]) is not { Success: true } mark)
                continue;
            var source = mark.Groups["source"].Value;
            if (read(source) is not { } quoted)
            {
                yield return file.At(index + 1, $"{source} is not there");
                continue;
            }
            var rows = file.NumberedLines.Skip(index + 1)
                .SkipWhile(line => line.Text.Length == 0)
                .TakeWhile(line => line.Text.StartsWith('|'))
                .ToList();
            if (rows.Count < 3)
                yield return file.At(index + 1, "no table follows what is said to be quoted");
            foreach (var (number, text) in rows)
                if (!quoted.Lines.Contains(text, StringComparer.Ordinal))
                    yield return file.At(number, $"this row is not in {source}");
        }
    }

    /// <summary>Tables of figures that nobody can trace: a row with a measured unit above no mark.</summary>
    public static IEnumerable<Finding> Unquoted(SourceFile file)
    {
        var isQuoted = false;
        foreach (var (number, text) in file.NumberedLines)
        {
            if (Mark().IsMatch(text))
                isQuoted = true;
            else if (text.Length > 0 && !text.StartsWith('|'))
                isQuoted = false;
            else if (!isQuoted && Measured().IsMatch(text))
                yield return file.At(number, "a measured figure in a table that quotes no results");
        }
    }

    [GeneratedRegex(@"^<!-- quoted from (?<source>\S+) -->$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Mark();

    [GeneratedRegex(@"^\|.*\d ?(/s|ms|s|µs|kB|MB) *\|", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Measured();
}
