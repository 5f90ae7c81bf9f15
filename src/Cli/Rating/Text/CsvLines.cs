using System.Text;

namespace BillingActors.Cli.Rating.Text;

/// <summary>
/// Reads text in columns: between them stand commas, or semicolons or tabs where the first record has them; quoted
/// fields may hold them, line breaks and doubled quotes. Lines before it that begin with # are remarks.
/// </summary>
internal static class CsvLines
{
    private const int RecordLengthMax = 65_536;
    private const char Remark = '#';

    // A comma may be a part of a name or of a number beside them, so it comes last.
    private static readonly char[] Separators = ['\t', ';', ','];

    /// <summary>Each record with the line it begins on; blank lines are records of one empty field.</summary>
    public static IEnumerable<(int Line, string[] Fields)> Of(TextReader text)
    {
        char? separator = null;
        for (var line = 1; text.ReadLine() is { } first; line++)
        {
            if (separator is null && IsRemark(first))
                continue;
            var (record, begin) = (first, line);
            while (IsOpen(record))
            {
                if (record.Length > RecordLengthMax || text.ReadLine() is not { } more)
                    throw UnratableException.Usage(
                        new RatingError("line", begin, "csv-malformed", "A quoted field does not end."));
                record += "\n" + more;
                line++;
            }
            if (string.IsNullOrWhiteSpace(record))
                yield return (begin, [""]);
            else
                yield return (begin, Split(record, separator ??= SeparatorOf(record)));
        }
    }

    /// <summary>The text from the first line that is no remark on.</summary>
    public static string WithoutRemarks(string text)
    {
        while (IsRemark(text) && text.IndexOf('\n', StringComparison.Ordinal) is var end and >= 0)
            text = text[(end + 1)..].TrimStart();
        return text;
    }

    /// <summary>What stands between the fields of a file that begins with this record.</summary>
    public static char SeparatorOf(string record)
    {
        var isQuoted = false;
        var seen = new HashSet<char>();
        foreach (var letter in record.Trim())
        {
            if (letter == '"')
                isQuoted = !isQuoted;
            else if (!isQuoted)
                seen.Add(letter);
        }
        return Array.Find(Separators, seen.Contains) is var found and not '\0' ? found : ',';
    }

    /// <summary>The fields of a record, without quotes and without blanks around them.</summary>
    public static string[] Split(string record, char separator)
    {
        if (!record.Contains('"', StringComparison.Ordinal))
            return [.. record.Split(separator).Select(static field => field.Trim())];
        var fields = new List<string>();
        var field = new StringBuilder();
        var isQuoted = false;
        for (var i = 0; i < record.Length; i++)
        {
            var letter = record[i];
            if (letter == '"' && isQuoted && i + 1 < record.Length && record[i + 1] == '"')
                field.Append(record[++i]);
            else if (letter == '"')
                isQuoted = !isQuoted;
            else if (letter == separator && !isQuoted)
                Close();
            else
                field.Append(letter);
        }
        Close();
        return [.. fields];

        void Close()
        {
            fields.Add(field.ToString().Trim());
            field.Clear();
        }
    }

    private static bool IsRemark(string line) => line.TrimStart('\uFEFF').StartsWith(Remark);

    private static bool IsOpen(string record) => record.Count(static letter => letter == '"') % 2 != 0;
}
