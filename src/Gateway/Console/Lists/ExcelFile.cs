using BillingActors.Gateway.Invoices;
using Microsoft.AspNetCore.WebUtilities;
using SpreadCheetah;
using SpreadCheetah.Styling;
using SpreadCheetah.Worksheets;

namespace BillingActors.Gateway.Console.Lists;

/// <summary>
/// Writes a list as a workbook, a row at a time, over a file where it is large. Texts are cells of type text, which no
/// spreadsheet reads as a formula; amounts, numbers and days are typed as such.
/// </summary>
internal static class ExcelFile
{
    /// <summary>The longest text a cell takes.</summary>
    private const int TextLengthMax = 32_767;

    public static async Task<long> Write(ListExport export, Stream output, CancellationToken cancellation)
    {
        // A workbook is a zip, whose parts end in a write that does not wait; the network takes no such writes.
        await using var file = new FileBufferingWriteStream();
        var count = await Fill(export, file, cancellation);
        await file.DrainBufferAsync(output, cancellation);
        return count;
    }

    private static async Task<long> Fill(ListExport export, Stream file, CancellationToken cancellation)
    {
        var workbook = await Spreadsheet.CreateNewAsync(file, cancellationToken: cancellation);
        await using (workbook)
        {
            var styles = Styles.Of(workbook);
            await workbook.StartWorksheetAsync(
                export.List.Name, new WorksheetOptions { FrozenRows = 1 }, cancellation);
            string[] headings = [.. export.List.Headings(export.Query)];
            await workbook.AddHeaderRowAsync(headings, styles.Heading, cancellation);
            var count = 0L;
            await foreach (var line in export.Lines(cancellation))
            {
                StyledCell[] cells = [.. line.Select(value => CellOf(value, styles))];
                await workbook.AddRowAsync(cells, cancellation);
                count++;
            }
            await workbook.FinishAsync(cancellation);
            return count;
        }
    }

    private static StyledCell CellOf(CellValue value, Styles styles) => value switch
    {
        CellValue.Text(var text, _) => new StyledCell(Cut(text), null),
        CellValue.Word(var word) => new StyledCell(word, null),
        CellValue.Amount({ } minor, var currency, _) =>
            new StyledCell(minor * Unit(currency), styles.Amounts[PrintedAmount.DecimalsOf(currency)]),
        CellValue.Number({ } number) => new StyledCell(number, null),
        CellValue.Day({ } day) => new StyledCell(day.ToDateTime(TimeOnly.MinValue), styles.Day),
        CellValue.Moment(var moment) => new StyledCell(moment.UtcDateTime, styles.Moment),
        _ => new StyledCell((string?)null, null),
    };

    private static decimal Unit(string currency) =>
        new(1, 0, 0, isNegative: false, (byte)PrintedAmount.DecimalsOf(currency));

    private static string? Cut(string? text) => text is { Length: > TextLengthMax } ? text[..TextLengthMax] : text;

    private sealed record Styles(StyleId Heading, StyleId[] Amounts, StyleId Day, StyleId Moment)
    {
        public static Styles Of(Spreadsheet workbook) => new(
            workbook.AddStyle(new Style { Font = { Bold = true } }),
            [.. Enumerable.Range(0, 5).Select(count => workbook.AddStyle(Formatted(
                count == 0 ? "#,##0" : "#,##0." + new string('0', count))))],
            workbook.AddStyle(Formatted("yyyy-mm-dd")),
            workbook.AddStyle(Formatted("yyyy-mm-dd hh:mm")));

        private static Style Formatted(string format) => new() { Format = NumberFormat.Custom(format) };
    }
}
