using System.Globalization;

namespace BillingActors.Formats.Bank;

/// <summary>A record with its continuations: fields parted by commas, of which the first is its code.</summary>
internal sealed class BaiRecord(int line, string text)
{
    private readonly List<string> _fields = [.. text.Split(',').Select(field => field.Trim())];

    /// <summary>Line it begins in.</summary>
    public int Line => line;

    /// <summary>Physical records, with its continuations.</summary>
    public int Count { get; private set; } = 1;

    public string Code => this[0];

    public int FieldCount => _fields.Count;

    /// <summary>A field; empty where the record ends before it.</summary>
    public string this[int index] => index < _fields.Count ? _fields[index] : "";

    /// <summary>What a continuation adds.</summary>
    public void Add(string more)
    {
        Count++;
        _fields.AddRange(more.Split(',').Skip(1).Select(field => field.Trim()));
    }

    /// <summary>An amount with its sign, in minor units; nothing is 0, and null is no amount.</summary>
    public long? Minor(int index) => this[index].Length == 0
        ? 0
        : long.TryParse(this[index], NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var minor)
            ? minor
            : null;

    /// <summary>A day as six digits, or null.</summary>
    public DateOnly? Day(int index) => DateOnly.TryParseExact(
        this[index], "yyMMdd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)
        ? day
        : null;

    /// <summary>The field behind a funds type and what hangs on it.</summary>
    public int AfterFunds(int index) => this[index] switch
    {
        "S" => index + 4,
        "V" => index + 3,
        "D" => index + 2 + (2 * (int)Math.Min(_fields.Count, Math.Max(0, Minor(index + 1) ?? 0))),
        _ => index + 1,
    };

    /// <summary>All from a field on.</summary>
    public string From(int index) => string.Join(' ', _fields.Skip(index).Where(field => field.Length > 0));
}
