using System.Collections.Immutable;
using BillingActors.Formats.Text;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Formats.Csv;

/// <summary>Rows of register reads.</summary>
internal static class RegisterRows
{
    private static readonly ImmutableArray<string> Kinds = ["scheduled", "special", "install", "final"];

    public static CsvShape Shape { get; } = new(
        ["service_point", "register", "meter", "unit", "direction", "read_on", "value", "quality", "kind"], []);

    public static ImportItem Read(CsvRow row)
    {
        var quality = row.OneOf("quality", Qualities.All);
        var isMissing = quality == Qualities.Missing && row["value"].IsEmpty;
        var value = isMissing ? default : row.Amount("value");
        var item = new ImportItem(Read: new(
            row.Id("service_point"),
            row.Id("register"),
            row.OptionalId("meter") ?? "",
            row.Unit("unit"),
            row.OneOf("direction", Directions.All),
            null,
            null,
            null,
            row.Day("read_on"),
            value.Digits,
            value.Scale,
            quality,
            row.OneOf("kind", Kinds),
            null,
            null,
            null,
            null,
            row.Line));
        return row.Problem is null ? item : row.Rejected();
    }
}
