namespace BillingActors.Formats.Nem;

/// <summary>Why a read was taken: normal, special, estimate, removal of the meter and the like.</summary>
internal static class TransactionCode
{
    private const string Codes = "ACDEGNORS";

    /// <summary>Refuses a record whose code is not one of the format; an empty one says nothing.</summary>
    public static void Check(MeterDataRecord record, int field, string name)
    {
        var code = record[field];
        if (code.Length > 1 || (code.Length == 1 && !Codes.Contains(code[0], StringComparison.Ordinal)))
            throw record.Refused(name, "transaction-code", $"is none of the letters {Codes}");
    }

    /// <summary>The kind of read: only a removal is the last of its meter, a supply switched off may return.</summary>
    public static string ToKind(ReadOnlySpan<char> code) => code switch
    {
        "R" => "final",
        "" or "N" or "E" or "O" => "scheduled",
        _ => "special",
    };
}
