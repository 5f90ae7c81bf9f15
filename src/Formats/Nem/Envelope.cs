using BillingActors.Formats.Text;

namespace BillingActors.Formats.Nem;

/// <summary>The records around the data: a 100 header and a 900 end, or neither in an extract of a portal.</summary>
internal sealed class Envelope(string version, IRecordBlocks blocks)
{
    private int _firstLine;
    private bool _hasHeader;
    private bool _hasEnd;
    private bool _hasData;
    private bool _hasRest;

    /// <summary>Whether the header tells of another format: what follows says nothing to this one.</summary>
    public bool IsOfAnother { get; private set; }

    public void Take(MeterDataRecord record)
    {
        if (record.Count == 0)
            return;
        if (_hasRest)
            return;
        _hasRest = _hasEnd;
        if (_hasEnd)
            throw record.Refused("RecordIndicator", "record-after-end", "stands after the 900 end record");
        var isFirst = _firstLine == 0;
        if (isFirst)
            _firstLine = record.Line;
        switch (record[0])
        {
            case "100":
                TakeHeader(record, isFirst);
                break;
            case "900":
                TakeEnd(record);
                break;
            default:
                TakeData(record);
                break;
        }
    }

    /// <summary>The file has ended: is it whole?</summary>
    public void Finish(int lastLine)
    {
        if (IsOfAnother)
            return;
        if (_firstLine == 0)
            throw Refusal.Of(1, "100", "file-empty", "the file has no records");
        blocks.Close();
        if (_hasHeader && !_hasEnd)
            throw Refusal.Of(lastLine, "900", "end-missing", "the file has a 100 header but no 900 end record");
    }

    private void TakeHeader(MeterDataRecord record, bool isFirst)
    {
        if (_hasHeader)
            throw record.Refused("100", "header-repeated", "a second header: a file has one");
        _hasHeader = true;
        if (!isFirst)
            throw record.Refused("100", "record-out-of-place", "the header is not the first record");
        record.RequireFields(3, 5);
        IsOfAnother = !record[1].Equals(version, StringComparison.OrdinalIgnoreCase);
        if (IsOfAnother)
            throw record.Refused("VersionHeader", "header-version", $"is not {version.ToUpperInvariant()}");
        MarketTime.Time(record, 2, "DateTime");
    }

    private void TakeEnd(MeterDataRecord record)
    {
        blocks.Close();
        _hasEnd = true;
        record.RequireFields(1, 1);
        if (!_hasHeader)
            throw Refusal.Of(
                _firstLine, "100", "header-missing", $"no 100 header here, but a 900 end record on line {record.Line}");
        if (!_hasData)
            throw record.Refused("900", "no-readings", "nothing stands between header and end");
    }

    private void TakeData(MeterDataRecord record)
    {
        _hasData = true;
        if (!blocks.Take(record))
            throw record.Refused("RecordIndicator", "record-unknown", $"is no record of {version.ToUpperInvariant()}");
    }
}
