using System.Xml;
using BillingActors.Formats.Text;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Formats.Espi;

/// <summary>Follows the elements of a feed: entries with their links, and the four resources that matter.</summary>
internal sealed class FeedReader(Queue<ImportItem> ready)
{
    private const string Atom = "http://www.w3.org/2005/Atom";
    private const string EspiNamespace = "http://naesb.org/espi";
    private const int TextMax = 512;
    private readonly char[] _text = new char[TextMax];
    private readonly List<string> _path = [];
    private readonly Catalogue _catalogue = new();
    private readonly Dictionary<string, string> _fields = new(StringComparer.Ordinal);
    private IntervalDays? _days;
    private Entry _entry = new();
    private string? _resource;
    private int _textLength;
    private int _readingLine;
    private bool _hasReadings;

    private IntervalDays Days => _days ??= new(_catalogue, ready);

    public void Start(XmlReader xml, int line)
    {
        _textLength = 0;
        if (_path.Count == 0 && xml.LocalName is not ("feed" or "entry"))
            throw Refusal.Of(line, xml.Name, "not-a-feed", "the root is no Atom feed or entry");
        var isAtom = xml.NamespaceURI == Atom;
        if (isAtom && xml.LocalName == "entry")
            _entry = new();
        else if (isAtom && xml.LocalName == "link" && _path is [.., "entry"])
            _entry.Add(xml.GetAttribute("rel"), xml.GetAttribute("href"));
        else if (xml.NamespaceURI == EspiNamespace)
            StartResource(xml.LocalName, line);
        _path.Add(xml.LocalName);
    }

    /// <summary>Keeps the beginning of a text: every value that counts is short.</summary>
    public async Task Text(XmlReader xml)
    {
        int read;
        do
        {
            read = await xml.ReadValueChunkAsync(_text, _textLength, TextMax - _textLength);
            _textLength += read;
        }
        while (read > 0 && _textLength < TextMax);
    }

    public void End(string name, int line)
    {
        _path.RemoveAt(_path.Count - 1);
        if (name == "id" && _path is [.., "entry"])
            _entry.Id = Value();
        else if (name == "IntervalReading" && _resource == "IntervalBlock")
            EndReading();
        else if (name == _resource)
            EndResource(line);
        else if (_resource is not null && _textLength > 0)
            _fields[$"{_path[^1]}/{name}"] = Value();
        _textLength = 0;
    }

    /// <summary>The feed has ended: what waited for its reading type comes out now, or never.</summary>
    public void Finish(int line)
    {
        if (!_hasReadings)
            throw Refusal.Of(line, "IntervalReading", "no-readings", "the feed has no interval readings");
        Days.Finish();
    }

    private void StartResource(string name, int line)
    {
        if (_path is [.., "content"])
        {
            _resource = name;
            _fields.Clear();
        }
        else if (name == "IntervalReading" && _resource == "IntervalBlock")
        {
            _readingLine = line;
            _fields.Clear();
        }
    }

    private void EndResource(int line)
    {
        switch (_resource)
        {
            case "UsagePoint":
                _catalogue.AddUsagePoint(_entry);
                break;
            case "MeterReading":
                _catalogue.AddMeterReading(_entry);
                break;
            case "ReadingType":
                _catalogue.AddReadingType(_entry, ReadingType.Read(_fields, line));
                break;
        }
        _resource = null;
    }

    private void EndReading()
    {
        _hasReadings = true;
        var block = _entry.BlockOf
            ?? throw Refusal.Of(_readingLine, "link", "link-missing", "no link with rel=up stands before the readings");
        var reading = IntervalReading.Read(_fields, _readingLine);
        if (reading.Problem is null)
            Days.Add(block, reading);
        else
            ready.Enqueue(RejectedItem.Of(reading.Problem, reading.Raw));
    }

    private string Value() => _text.AsSpan(0, _textLength).Trim().ToString();
}
