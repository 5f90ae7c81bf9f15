using System.Globalization;
using BillingActors.Formats.Text;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Formats.Espi;

/// <summary>What the values of a meter reading mean: unit, power of ten and direction.</summary>
/// <param name="Unit">Canonical unit.</param>
/// <param name="Direction">import or export.</param>
/// <param name="Scale">Decimals of the values.</param>
/// <param name="Factor">What a value is multiplied with, 1 but for powers of ten that have no prefix.</param>
/// <param name="DefaultQuality">Quality code of readings that name none.</param>
/// <param name="Problem">Why readings of this type cannot be used, if so.</param>
internal sealed record ReadingType(
    string Unit, string Direction, int Scale, long Factor, int DefaultQuality, RecordProblem? Problem)
{
    private const int PowerMax = 9;
    private const int DeltaData = 4;

    /// <summary>Reads the fields of the element; without a power of ten it is 0, without a direction forward.</summary>
    public static ReadingType Read(Dictionary<string, string> fields, int line)
    {
        var (power, uom) = (Code(fields, "powerOfTenMultiplier", 0), Code(fields, "uom", 0));
        var (flow, accumulation) = (Code(fields, "flowDirection", 1), Code(fields, "accumulationBehaviour", DeltaData));
        var unit = Uom(uom);
        var problem = (unit, flow, accumulation, power) switch
        {
            (null, _, _, _) => new RecordProblem(line, "uom", "unit-unknown", $"{uom} is no unit we know"),
            (_, not (1 or 19), _, _) => new(
                line, "flowDirection", "direction-unknown", $"{flow} is neither 1 (forward) nor 19 (reverse)"),
            (_, _, not (0 or DeltaData), _) => new(
                line, "accumulationBehaviour", "not-a-quantity", $"{accumulation} is not the use of an interval (4)"),
            (_, _, _, < -PowerMax or > PowerMax) => new(
                line, "powerOfTenMultiplier", "number-invalid", $"{power} is not between -{PowerMax} and {PowerMax}"),
            _ => null,
        };
        var direction = flow == 19 ? Directions.Export : Directions.Import;
        var (name, scale, factor) = problem is null ? Scaled(unit!, power) : ("", 0, 1);
        return new(name, direction, scale, factor, Code(fields, "defaultQuality", 0), problem);
    }

    private static (string Unit, int Scale, long Factor) Scaled(string unit, int power)
    {
        if (power <= 0)
            return (unit, -power, 1);
        var prefix = power switch { 3 => "k", 6 => "M", 9 => "G", _ => "" };
        return prefix.Length > 0 && UnitNames.Find(prefix + unit) is { } prefixed
            ? (prefixed, 0, 1)
            : (unit, 0, FixedPoint.PowerOfTen(power));
    }

    /// <summary>A code of the element; text that is no number is a code nobody knows.</summary>
    private static int Code(Dictionary<string, string> fields, string name, int absent)
    {
        if (!fields.TryGetValue($"ReadingType/{name}", out var text))
            return absent;
        return int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var code)
            ? code
            : int.MinValue;
    }

    private static string? Uom(int code) => code switch
    {
        72 => "Wh",
        73 => "VArh",
        71 => "VAh",
        38 => "W",
        63 => "VAr",
        61 => "VA",
        42 => "m3",
        119 => "ft3",
        169 => "therm",
        128 => "gal",
        132 => "BTU",
        134 => "l",
        31 => "J",
        _ => null,
    };
}
