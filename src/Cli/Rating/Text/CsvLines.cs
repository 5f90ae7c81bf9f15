using System.Text;

namespace BillingActors.Cli.Rating.Text;

/// <summary>Reads comma-separated text: quoted fields may hold commas, line breaks and doubled quotes.</summary>
internal static class CsvLines
{
    private const int RecordLengthMax = 65_536;

    /// <summary>Each record with the line it begins on; blank lines are records of one empty field.</summary>
    public static IEnumerable<(int Line, string[] Fields)> Of(TextReader text)
    {
        for (var line = 1; text.ReadLine() is { } first; line++)
        {
            var (record, begin) = (first, line);
            while (IsOpen(record))
            {
                if (record.Length > RecordLengthMax || text.ReadLine() is not { } more)
                    throw UnratableException.Usage(
                        new RatingError("line", begin, "csv-malformed", "A quoted field does not end."));
                record += "\n" + more;
                line++;
            }
            yield return (begin, Split(record));
        }
    }

    private static bool IsOpen(string record) => record.Count(static letter => letter == '"') % 2 != 0;

    private static string[] Split(string record)
    {
        if (!record.Contains('"', StringComparison.Ordinal))
            return [.. record.Split(',').Select(static field => field.Trim())];
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
            else if (letter == ',' && !isQuoted)
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
}
