using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using BillingActors.Formats.Text;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Formats.Csv;

/// <summary>Our own CSV of customers and contracts: one channel or register of a contract per row.</summary>
internal sealed class ContractsCsvFormat : IFileFormat
{
    private const string Interval = "interval";
    private const string Register = "register";
    private static readonly ImmutableArray<string> Measures = [Interval, Register];

    private static readonly CsvShape Shape = new(
        [
            "entity", "customer", "name", "email", "phone", "address", "account", "cycle", "terms_days", "contract",
            "tariff", "starts_on", "ends_on", "service_point", "meter", "measure", "channel", "unit", "direction",
            "interval_minutes", "offset_minutes", "digits", "multiplier",
        ],
        []);

    public string Name => "contracts-csv";

    public bool Recognises(ReadOnlySpan<byte> head)
    {
        var line = FileHead.Text(head).Split('\n', '\r')[0].Split(',');
        return line.Contains("customer") && line.Contains("contract");
    }

    public async IAsyncEnumerable<ImportItem> Read(
        Stream file, [EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var table = await CsvTable.Open(file, [Shape], cancellation);
        var hasRows = false;
        while (await table.Read(cancellation))
        {
            hasRows = true;
            var item = new ImportItem(Contract: ReadEntry(table.Row));
            yield return table.Row.Problem is null ? item : table.Row.Rejected();
        }
        if (!hasRows)
            throw Refusal.Of(table.Row.Line, "record", "no-rows", "no row stands below the header");
    }

    private static ContractEntry ReadEntry(CsvRow row)
    {
        var measure = row.OneOf("measure", Measures);
        var (startsOn, endsOn) = (row.Day("starts_on"), row.OptionalDay("ends_on"));
        if (endsOn <= startsOn)
            row.Fault("ends_on", "ends-before-start", "is not after starts_on");
        return new(
            row.Id("entity"),
            row.Id("customer"),
            row.RequiredText("name", 200),
            row.Text("email", 254),
            row.Text("phone", 40),
            row.Text("address", 500),
            row.Id("account"),
            row.Id("cycle"),
            row.Whole("terms_days", 0, 365),
            row.Id("contract"),
            row.Id("tariff"),
            startsOn,
            endsOn,
            row.Id("service_point"),
            row.Id("meter"),
            measure,
            row.Id("channel"),
            row.Unit("unit"),
            row.OneOf("direction", Directions.All),
            IntervalMinutes(row, measure),
            For(row, measure, Interval, "offset_minutes", -720, 840),
            For(row, measure, Register, "digits", 1, 12),
            Multiplier(row, measure),
            row.Line);
    }

    /// <summary>A field that counts for one measure; for the other one it is 0 or empty.</summary>
    private static int For(CsvRow row, string measure, string counts, string column, int least, int most)
    {
        if (measure == counts)
            return row.Whole(column, least, most);
        return row[column].IsEmpty ? 0 : row.Whole(column, 0, 0);
    }

    private static int IntervalMinutes(CsvRow row, string measure)
    {
        var minutes = For(row, measure, Interval, "interval_minutes", 1, DayValues.MinutesPerDay);
        if (minutes > 0 && DayValues.MinutesPerDay % minutes != 0)
            row.Fault("interval_minutes", "interval-length", "does not divide a day of 1,440 minutes");
        return minutes;
    }

    private static decimal Multiplier(CsvRow row, string measure)
    {
        var multiplier = row["multiplier"].IsEmpty ? new(1, 0) : row.Decimal("multiplier");
        if (multiplier.Digits <= 0)
            row.Fault("multiplier", "number-invalid", "is not above 0");
        else if (measure == Interval && multiplier != new FixedPoint(1, 0))
            row.Fault("multiplier", "number-invalid", "is not 1, although a channel has no multiplier");
        return multiplier.ToDecimal();
    }
}
