using System.Globalization;
using System.Text;
using BillingActors.Gateway.Http;
using BillingActors.Gateway.Invoices;

namespace BillingActors.Gateway.Console.Lists;

/// <summary>
/// Writes a list as CSV: a line of headings, then a line per row; days as ISO 8601, amounts with a point. A text that a
/// spreadsheet would take for a formula begins with an apostrophe; amounts and numbers are ours, and stay numbers.
/// </summary>
internal static class CsvFile
{
    public static async Task<long> Write(ListExport export, Stream output, CancellationToken cancellation)
    {
        var plain = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
        var writer = new StreamWriter(output, plain, leaveOpen: true);
        await using (writer)
        {
            writer.NewLine = "\n";
            await writer.WriteLineAsync(
                string.Join(',', export.List.Headings(export.Query).Select(CsvText.Quoted)).AsMemory(), cancellation);
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
        CellValue.Text(var text, _) => CsvText.Of(text),
        CellValue.Word(var word) => CsvText.Of(word),
        CellValue.Amount({ } minor, var currency, _) => PrintedAmount.Bare(minor, currency),
        CellValue.Number({ } number) => number.ToString(CultureInfo.InvariantCulture),
        CellValue.Day({ } day) => PrintedAmount.Day(day),
        CellValue.Moment(var moment) =>
            moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture),
        _ => "",
    };
}
