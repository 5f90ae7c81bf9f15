using System.Collections.Immutable;
using System.Text;
using BillingActors.Formats.Tariffs;
using Sylvan.Data.Csv;

namespace BillingActors.Formats.ChargeRows;

/// <summary>
/// Tariffs with one row per charge (we3lab's eeco): customer, energy, demand and export charges of electricity and gas.
/// Each utility of the file is a tariff.
/// </summary>
public static class ChargeRowFile
{
    private static readonly DateOnly AnyDay = new(1900, 1, 1);
    private static readonly string[] Marks = ["utility", "type", "month_start", "hour_start", "weekday_start"];

    /// <summary>Whether the text begins with the header of such a file.</summary>
    public static bool IsTariff(ReadOnlySpan<byte> csv)
    {
        var end = csv.IndexOf((byte)'\n');
        var header = Encoding.UTF8.GetString(end < 0 ? csv : csv[..end]).Trim().Split(',');
        return Marks.All(mark => header.Contains(mark, StringComparer.Ordinal));
    }

    /// <summary>Each utility of the file as a tariff with the name, or with the reasons why it is none.</summary>
    public static ImmutableArray<ImportedTariff> Read(ReadOnlySpan<byte> csv, string name, ChargeRowOptions options)
    {
        try
        {
            var rows = TextTable.Read(csv);
            return rows.IsEmpty
                ? [ImportedTariff.Refused("", "no-rates", "There is no row in it.")]
                : [.. rows.GroupBy(static row => row.Cells.GetValueOrDefault("utility", ""), StringComparer.Ordinal)
                    .Select(utility => Read(utility, name, options))];
        }
        catch (CsvFormatException error)
        {
            return [ImportedTariff.Refused($"row {error.RowNumber}", "csv-malformed", error.Message)];
        }
    }

    private static ImportedTariff Read(
        IGrouping<string, (int Number, Dictionary<string, string> Cells)> utility, string name,
            ChargeRowOptions options)
    {
        var findings = new ImportFindings();
        var draft = new VersionDraft();
        var rows = utility.Select(row => ChargeRow.Read(row.Number, row.Cells, findings)).ToList();
        if (!findings.HasProblems)
            new ChargeRowPrices(rows, draft, options, findings).Add();
        var title = $"{name}: {utility.Key}";
        if (findings.HasProblems)
            return new ImportedTariff(title, null, findings.Problems, findings.Notes);
        var document = new Grains.Interfaces.Tariffs.TariffDocument(
            $"{name}-{utility.Key}", title, "USD", [draft.ToVersion(AnyDay, null)], options.Zone);
        return new ImportedTariff(title, document, [], findings.Notes);
    }
}
