using BillingActors.Formats.Text;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Formats.Nem;

/// <summary>One line of a meter data file, split at its commas; used again for the next line.</summary>
internal sealed class MeterDataRecord
{
    private int[] _starts = new int[512];
    private ReadOnlyMemory<char> _text;
    private int _fields;

    public int Line { get; private set; }

    /// <summary>Fields up to the last that is not blank: trailing commas say nothing.</summary>
    public int Count { get; private set; }

    public string Text => _text.ToString();

    /// <summary>A field without its outer blanks; empty beyond the last.</summary>
    public ReadOnlySpan<char> this[int field] =>
        field < _fields ? _text.Span[_starts[field]..(_starts[field + 1] - 1)].Trim() : default;

    public void Split(ReadOnlyMemory<char> text, int line)
    {
        (_text, Line, _fields) = (text, line, 0);
        _starts[0] = 0;
        var span = text.Span;
        for (var start = 0; start <= span.Length;)
        {
            var length = span[start..].IndexOf(',');
            start = length < 0 ? span.Length + 1 : start + length + 1;
            if (++_fields == _starts.Length)
                Array.Resize(ref _starts, _starts.Length * 2);
            _starts[_fields] = start;
        }
        Count = _fields;
        while (Count > 0 && this[Count - 1].IsEmpty)
            Count--;
    }

    public FileRefusedException Refused(string field, string rule, string detail) =>
        Refusal.Of(Line, field, rule, detail);

    /// <summary>Refuses a record with too few or too many fields.</summary>
    public void RequireFields(int least, int most)
    {
        if (Count < least || Count > most)
            throw Refused("record", "field-count", $"{this[0]} has {Count} fields, expected {least} to {most}");
    }

    /// <summary>A field that must not be empty, as text of limited length.</summary>
    public string Required(int field, string name, int lengthMax)
    {
        var text = this[field];
        if (text.IsEmpty)
            throw Refused(name, "field-missing", "is empty");
        if (text.Length > lengthMax)
            throw Refused(name, "field-too-long", $"has {text.Length} characters, at most {lengthMax} are allowed");
        return text.ToString();
    }

    public string? Optional(int field, string name, int lengthMax) =>
        this[field].IsEmpty ? null : Required(field, name, lengthMax);
}
