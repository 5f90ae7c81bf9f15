using System.Collections.Immutable;
using BillingActors.Formats.Csv;
using BillingActors.Grains.Interfaces.Charging;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Formats.Calls;

/// <summary>One record of a file of calls.</summary>
internal static class CallRow
{
    public const string Quantity = "quantity";

    private const int NumberLengthMax = 100;
    private const int PartMax = 9_999;
    private const string Yes = "yes";

    public static CsvShape Shape { get; } = new(
        ["call_id", "charged_party", "started_at", Quantity, "from", "to"],
        ["event", "direction", "session", "network", "subscriber", "route", "part", "last"]);

    private static ImmutableArray<string> Directions { get; } = ["out", "in"];

    private static ImmutableArray<string> YesOrNo { get; } = [Yes, "no"];

    /// <summary>The record of the row; its problem is the row's.</summary>
    public static CallEntry Read(CsvRow row, string source)
    {
        var call = new CallUse(
            row.Amount(Quantity).ToDecimal(),
            row.Text("from", NumberLengthMax) ?? "",
            row.Text("to", NumberLengthMax) ?? "",
            row["direction"].IsEmpty ? "out" : row.OneOf("direction", Directions),
            row.OptionalId("event") ?? "call",
            row.Text("session", NumberLengthMax),
            IsContinuation: false,
            row.Text("network", NumberLengthMax),
            row.Text("subscriber", NumberLengthMax),
            row.Text("route", NumberLengthMax));
        var usage = new UsageEntry(source, row.Id("call_id"), row.Time("started_at"), Call: call);
        var part = row["part"].IsEmpty ? 0 : row.Whole("part", 1, PartMax);
        var isLast = !row["last"].IsEmpty && row.OneOf("last", YesOrNo) == Yes;
        if (isLast && part == 0)
            row.Fault("part", "field-missing", "is empty, and the record is the last part of a call");
        return new CallEntry(Party(row), usage, row.Line, part, isLast);
    }

    private static string Party(CsvRow row)
    {
        var party = row.RequiredText("charged_party", NumberLengthMax * 2);
        var parts = party.Split('/');
        if (parts.Length > 3 || parts.Any(static part => part.Length is 0 or > 64 || !part.All(IsOfId)))
            row.Fault("charged_party", "id-characters", "is neither a service point nor entity/account");
        return party;
    }

    private static bool IsOfId(char one) => char.IsAsciiLetterOrDigit(one) || one is '-' or '.' or '_' or ':';
}
