namespace BillingActors.Formats.Nem;

/// <summary>The market's identifier of a metering point.</summary>
internal static class MeteringPoint
{
    private const int LengthMax = 10;

    /// <summary>Ten letters or digits in the market; shorter ones are used in private networks and tests.</summary>
    public static string Read(MeterDataRecord record)
    {
        var id = record[1];
        if (id.Length is 0 or > LengthMax)
            throw record.Refused("NMI", "nmi-length", $"has {id.Length} characters, expected 1 to {LengthMax}");
        foreach (var character in id)
            if (!char.IsAsciiLetterOrDigit(character))
                throw record.Refused("NMI", "nmi-characters", "has other characters than letters and digits");
        return id.ToString();
    }
}
