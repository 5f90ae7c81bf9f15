using BillingActors.Formats.Text;

namespace BillingActors.Formats.Nem;

/// <summary>The two characters that name a data stream at a metering point.</summary>
internal static class NemSuffix
{
    /// <summary>The direction of an interval stream, or null where it measures none, such as volts.</summary>
    /// <remarks>The market sees it from the grid: its "export" (E, Q and their kin) goes to the customer.</remarks>
    public static string? Direction(string suffix) => suffix[0] switch
    {
        'D' or 'E' or 'F' or 'P' or 'Q' or 'R' => Directions.Import,
        'A' or 'B' or 'C' or 'J' or 'K' or 'L' => Directions.Export,
        'S' or 'T' or 'U' => Directions.Import,
        _ => null,
    };

    public static string Read(MeterDataRecord record, int field)
    {
        var suffix = record.Required(field, "NMISuffix", 2);
        return suffix.Length == 2 && suffix.All(char.IsAsciiLetterOrDigit)
            ? suffix
            : throw record.Refused("NMISuffix", "suffix-invalid", "is not two letters or digits");
    }
}
