using System.Collections.Immutable;
using System.Text;
using Sylvan.Data.Csv;

namespace BillingActors.Formats.Tariffs;

/// <summary>A small CSV file with a header, all of it in memory, as tariffs come.</summary>
internal static class TextTable
{
    // The header of the bulk table alone has some 700 long names.
    private const int RowLengthMax = 1_048_576;

    /// <summary>The rows by name of the column, without what is blank, each with its number from 1.</summary>
    /// <exception cref="CsvFormatException">Quotes stand in the wrong place.</exception>
    public static ImmutableArray<(int Number, Dictionary<string, string> Cells)> Read(ReadOnlySpan<byte> csv)
    {
        using var text = new StringReader(Encoding.UTF8.GetString(csv).TrimStart('\uFEFF'));
        var options = new CsvDataReaderOptions
        {
            HasHeaders = false,
            Delimiter = ',',
            CsvStyle = CsvStyle.Standard,
            MaxBufferSize = RowLengthMax,
        };
        using var reader = CsvDataReader.Create(text, options);
        var header = reader.Read() ? CellsOf(reader) : [];
        var rows = ImmutableArray.CreateBuilder<(int, Dictionary<string, string>)>();
        for (var number = 1; reader.Read(); number++)
        {
            var cells = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
            foreach (var (name, cell) in header.Zip(CellsOf(reader)).Where(static pair => pair.Second.Length > 0))
                cells.TryAdd(name, cell);
            if (cells.Count > 0)
                rows.Add((number, cells));
        }
        return rows.ToImmutable();
    }

    private static string[] CellsOf(CsvDataReader reader) =>
        [.. Enumerable.Range(0, reader.RowFieldCount).Select(index => reader.GetString(index).Trim())];
}
