using System.Collections.Immutable;
using System.Globalization;
using BillingActors.Formats.Text;
using BillingActors.Grains.Interfaces.Imports;
using Sylvan.Data.Csv;

namespace BillingActors.Formats.Csv;

/// <summary>The current row: gives its fields as values and keeps the first problem it meets.</summary>
internal sealed class CsvRow(CsvDataReader rows, CsvHeader header)
{
    public CsvHeader Header => header;

    public int Line { get; private set; }

    /// <summary>The first thing wrong with the row; later values are not to be trusted then.</summary>
    public RecordProblem? Problem { get; private set; }

    public bool IsBlank => rows.RowFieldCount == 0 || (rows.RowFieldCount == 1 && this[0].IsEmpty);

    public int FieldCount => rows.RowFieldCount;

    /// <summary>The row as it stands in the file, without its line end.</summary>
    public ReadOnlySpan<char> Raw => rows.GetRawRecordSpan().TrimEnd("\r\n");

    public ReadOnlySpan<char> this[int place] =>
        place >= 0 && place < rows.RowFieldCount ? rows.GetFieldSpan(place).Trim() : default;

    public ReadOnlySpan<char> this[string column] => this[header[column]];

    public void Start(int line)
    {
        (Line, Problem) = (line, null);
        if (header.Count > 0 && rows.RowFieldCount != header.Count && !IsBlank)
            Fault("record", "field-count", $"has {rows.RowFieldCount} fields, the header has {header.Count}");
    }

    public void Fault(string column, string rule, string detail) =>
        Problem ??= new(Line, column, rule, detail);

    public ImportItem Rejected() =>
        RejectedItem.Of(Problem!, Raw.ToString());

    /// <summary>Free text that may be absent.</summary>
    public string? Text(string column, int lengthMax)
    {
        var text = this[column];
        if (text.Length > lengthMax)
            Fault(column, "field-too-long", $"has {text.Length} characters, at most {lengthMax} are allowed");
        foreach (var character in text)
            if (char.IsControl(character))
                Fault(column, "control-character", "has a line break or another control character");
        return text.IsEmpty ? null : text.ToString();
    }

    public string RequiredText(string column, int lengthMax)
    {
        if (this[column].IsEmpty)
            Fault(column, "field-missing", "is empty");
        return Text(column, lengthMax) ?? "";
    }

    /// <summary>An id: letters, digits, dash, point, underscore and colon.</summary>
    public string Id(string column)
    {
        var id = RequiredText(column, 64);
        if (!id.All(character => char.IsAsciiLetterOrDigit(character) || character is '-' or '.' or '_' or ':'))
            Fault(column, "id-characters", "has other characters than letters, digits and - . _ :");
        return id;
    }

    public string? OptionalId(string column) => this[column].IsEmpty ? null : Id(column);

    public string OneOf(string column, ImmutableArray<string> words)
    {
        var found = this[column];
        foreach (var word in words)
            if (found.SequenceEqual(word))
                return word;
        Fault(column, "word-unknown", $"is none of {string.Join(", ", words)}");
        return "";
    }

    public string Unit(string column)
    {
        var unit = UnitNames.Find(this[column]);
        if (unit is null)
            Fault(column, this[column].IsEmpty ? "unit-missing" : "unit-unknown", "is no unit we know");
        return unit ?? "";
    }

    public int Whole(string column, int least, int most)
    {
        if (int.TryParse(this[column], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= least
            && number <= most)
            return number;
        Fault(column, "number-invalid", $"is no whole number from {least} to {most}");
        return least;
    }

    public FixedPoint Decimal(string column)
    {
        if (!FixedPoint.TryParse(this[column], out var number))
            Fault(column, "number-invalid", "is no decimal number of at most 18 digits and 9 decimals");
        return number;
    }

    public FixedPoint Amount(string column)
    {
        var number = Decimal(column);
        if (number.IsNegative)
            Fault(column, "value-negative", "is negative");
        return number;
    }

    public DateOnly Day(string column)
    {
        if (!DateOnly.TryParseExact(
            this[column], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day))
            Fault(column, "date-invalid", "is no day of the form yyyy-mm-dd");
        return day;
    }

    public DateOnly? OptionalDay(string column) => this[column].IsEmpty ? null : Day(column);

    /// <summary>A time of RFC 3339 with its offset from UTC, down to the minute.</summary>
    public DateTimeOffset Minute(string column)
    {
        if (TryTime(this[column], out var at) && at.Ticks % TimeSpan.TicksPerMinute == 0)
            return at;
        Fault(column, "time-invalid", "is no full minute of the form yyyy-mm-ddThh:mm:00+hh:mm");
        return default;
    }

    /// <summary>A time of RFC 3339 with its offset from UTC.</summary>
    public DateTimeOffset Time(string column)
    {
        if (TryTime(this[column], out var at))
            return at;
        Fault(column, "time-invalid", "is no time of the form yyyy-mm-ddThh:mm:ss+hh:mm");
        return default;
    }

    private static bool TryTime(ReadOnlySpan<char> text, out DateTimeOffset at)
    {
        at = default;
        var hasOffset = !text.IsEmpty && (text[^1] == 'Z' || (text.Length > 6 && text[^6] is '+' or '-'));
        return hasOffset && DateTimeOffset.TryParseExact(
            text, "yyyy-MM-dd'T'HH:mm:ss.FFFFFFFK", CultureInfo.InvariantCulture, DateTimeStyles.None, out at);
    }
}
