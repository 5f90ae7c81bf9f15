using System.Globalization;
using NodaTime;

namespace BillingActors.Cli.Rating.Text;

/// <summary>
/// A table with a header, read row by row. A row that is wrong is noted and the reading goes on, so that whoever
/// corrects the file learns of everything at once.
/// </summary>
internal sealed class CsvRecords
{
    private readonly List<RatingError> _errors = [];
    private readonly Dictionary<string, int> _columns = new(StringComparer.OrdinalIgnoreCase);
    private string[] _fields = [];

    /// <summary>Line of the current row.</summary>
    public int Line { get; private set; }

    /// <summary>Names of the columns, in order.</summary>
    public IEnumerable<string> Columns => _columns.Keys;

    /// <summary>The text of a column; empty where it is absent.</summary>
    public string this[string column] => _columns.TryGetValue(column, out var place) ? _fields[place] : "";

    /// <summary>
    /// Visits each row that is not blank, then refuses the file if anything was wrong. Other columns than those named
    /// are allowed only where <paramref name="others"/> says so.
    /// </summary>
    public static void ForEach(
        TextReader text, (string[] Required, string[] Optional) shape, bool others, Action<CsvRecords> visit)
    {
        var records = new CsvRecords();
        foreach (var (line, fields) in CsvLines.Of(text))
        {
            if (fields is [""])
                continue;
            records.Line = line;
            if (records._columns.Count == 0)
                records.ReadHeader(fields, shape, others);
            else if (records.Take(fields))
                visit(records);
            if (records._errors.Count >= UnratableException.ErrorCountMax)
                break;
        }
        if (records._columns.Count == 0)
            records.Fault("header", "file-empty", "The file has no header.");
        if (records._errors.Count > 0)
            throw UnratableException.Usage(records._errors);
    }

    /// <summary>Notes what is wrong with the current row.</summary>
    public void Fault(string column, string rule, string detail) =>
        _errors.Add(new RatingError(column, Line, rule, detail));

    /// <summary>A text that must be there.</summary>
    public string Required(string column)
    {
        if (this[column].Length == 0)
            Fault(column, "field-missing", $"The {column} is empty.");
        return this[column];
    }

    /// <summary>A decimal; zero after a fault.</summary>
    public decimal Number(string column)
    {
        if (ExactNumber.Read(this[column]) is { } number)
            return number;
        Fault(column, "number-invalid", $"\"{this[column]}\" is no decimal number such as 0.25.");
        return 0m;
    }

    /// <summary>A decimal that may be absent.</summary>
    public decimal? OptionalNumber(string column) => this[column].Length == 0 ? null : Number(column);

    /// <summary>One of some words, the first where there is none.</summary>
    public T Word<T>(string column, params (string Word, T Value)[] words)
    {
        var text = this[column];
        foreach (var (word, value) in words)
        {
            if (string.Equals(word, text, StringComparison.OrdinalIgnoreCase))
                return value;
        }
        if (text.Length > 0)
            Fault(column, "word-unknown", $"\"{text}\" is none of {string.Join(", ", words.Select(w => w.Word))}.");
        return words[0].Value;
    }

    /// <summary>An instant, or a local time of the zone; a time that comes twice is the earlier one.</summary>
    public Instant At(string column, DateTimeZone zone)
    {
        if (LocalTimes.Read(this[column], zone, out var rule, out var detail) is { } times)
            return times.Earlier;
        Fault(column, rule, detail);
        return default;
    }

    private void ReadHeader(string[] names, (string[] Required, string[] Optional) shape, bool others)
    {
        for (var place = 0; place < names.Length; place++)
        {
            var name = place == 0 ? names[0].TrimStart('\uFEFF') : names[place];
            if (!others && !shape.Required.Concat(shape.Optional).Contains(name, StringComparer.OrdinalIgnoreCase))
                Fault(name, "header-column-unknown", $"\"{name}\" is none of {Names(shape)}.");
            else if (!_columns.TryAdd(name, place))
                Fault(name, "header-column-repeated", $"\"{name}\" stands twice in the header.");
        }
        foreach (var missing in shape.Required.Where(column => !_columns.ContainsKey(column)))
            Fault(missing, "header-column-missing", $"\"{missing}\" is not in the header.");
        if (_errors.Count > 0)
            throw UnratableException.Usage(_errors);
    }

    private static string Names((string[] Required, string[] Optional) shape) =>
        string.Join(", ", shape.Required.Concat(shape.Optional));

    private bool Take(string[] fields)
    {
        _fields = fields;
        if (fields.Length == _columns.Count)
            return true;
        Fault("record", "field-count", string.Create(CultureInfo.InvariantCulture,
            $"The row has {fields.Length} fields, the header has {_columns.Count}."));
        return false;
    }
}
