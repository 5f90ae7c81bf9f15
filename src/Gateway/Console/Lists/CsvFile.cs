using System.Buffers;
using System.Globalization;
using System.Text;
using BillingActors.Gateway.Invoices;

namespace BillingActors.Gateway.Console.Lists;

/// <summary>
/// Writes a list as CSV: a line of headings, then a line per row; days as ISO 8601, amounts with a point. A text that a
/// spreadsheet would take for a formula begins with an apostrophe; amounts and numbers are ours, and stay numbers.
/// </summary>
internal static class CsvFile
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<char> FormulaStart = SearchValues.Create("=+-@\t\r\n");

    public static async Task<long> Write(ListExport export, Stream output, CancellationToken cancellation)
    {
        var plain = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var writer = new StreamWriter(output, plain, leaveOpen: true);
        await using (writer)
        {
            writer.NewLine = "\n";
            await writer.WriteLineAsync(string.Join(',', export.List.Headings.Select(Quoted)).AsMemory(), cancellation);
            var count = 0L;
            await foreach (var line in export.Lines(cancellation))
            {
                await writer.WriteLineAsync(string.Join(',', line.Select(TextOf)).AsMemory(), cancellation);
                count++;
            }
            return count;
        }
    }

    /// <summary>A value as it stands between the commas.</summary>
    internal static string TextOf(CellValue value) => value switch
    {
        CellValue.Text(var text, _) => Quoted(Harmless(text ?? "")),
        CellValue.Word(var word) => Quoted(Harmless(word ?? "")),
        CellValue.Amount({ } minor, var currency, _) => PrintedAmount.Bare(minor, currency),
        CellValue.Number({ } number) => number.ToString(CultureInfo.InvariantCulture),
        CellValue.Day({ } day) => PrintedAmount.Day(day),
        CellValue.Moment(var moment) =>
            moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        _ => "",
    };

    private static string Harmless(string text) =>
        text.Length > 0 && FormulaStart.Contains(text[0]) ? "'" + text : text;

    private static string Quoted(string text) => text.AsSpan().ContainsAny(Special)
        ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : text;
}
