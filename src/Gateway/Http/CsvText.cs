using System.Buffers;

namespace BillingActors.Gateway.Http;

/// <summary>
/// A text as a cell of a CSV file. One that a spreadsheet would take for a formula begins with an apostrophe; the wide
/// forms of the signs count, which some programs take for the narrow ones.
/// </summary>
internal static class CsvText
{
    private static readonly SearchValues<char> Special = SearchValues.Create(",\"\r\n");
    private static readonly SearchValues<char> FormulaStart = SearchValues.Create("=+-@\t\r\n\uFF1D\uFF0B\uFF0D\uFF20");

    /// <summary>The cell, quoted where it must be.</summary>
    public static string Of(string? text) => Quoted(Harmless(text ?? ""));

    /// <summary>A text of ours, such as a heading.</summary>
    public static string Quoted(string text) => text.AsSpan().ContainsAny(Special)
        ? $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
        : text;

    private static string Harmless(string text) =>
        text.Length > 0 && FormulaStart.Contains(text[0]) ? "'" + text : text;
}
