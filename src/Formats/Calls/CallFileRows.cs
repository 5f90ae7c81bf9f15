using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using BillingActors.Formats.Csv;
using BillingActors.Formats.Text;
using BillingActors.Grains.Interfaces.Imports;

namespace BillingActors.Formats.Calls;

/// <summary>The rows of one file of calls, counted, added up and hashed as they go by.</summary>
internal sealed class CallFileRows : IDisposable
{
    /// <summary>First field of the first row.</summary>
    public const string First = "calls";

    private const string End = "end";
    private const int FieldsOfFirst = 3;
    private const int FieldsOfEnd = 3;

    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
    private readonly string _source;
    private readonly long _sequence;
    private long _count;
    private decimal _total;
    private bool _hasEnd;

    /// <summary>Reads the first row, which says whose file it is and which of them.</summary>
    public CallFileRows(CsvRow first)
    {
        if (first[0] is not First || first.FieldCount < FieldsOfFirst)
            throw Refusal.Of(first.Line, First, "header-missing", "the first row is calls,SOURCE,NUMBER");
        _source = first[1].ToString();
        if (_source.Length is 0 or > 64 || !_source.All(IsOfId))
            throw Refusal.Of(first.Line, "source", "id-characters", "has no letters, digits and - . _ : alone");
        if (!long.TryParse(first[2], NumberStyles.None, CultureInfo.InvariantCulture, out _sequence) || _sequence == 0)
            throw Refusal.Of(first.Line, "number", "number-invalid", "is no whole number from 1 up");
        Note(first);
    }

    /// <summary>Hashes a row.</summary>
    public void Note(CsvRow row) => _hash.AppendData(Encoding.UTF8.GetBytes([.. row.Raw, '\n']));

    /// <summary>The record of a row, or null where it is none.</summary>
    public ImportItem? Take(CsvRow row, FileProblems problems)
    {
        Note(row);
        if (_hasEnd)
        {
            problems.Add(Refusal.Of(row.Line, "record", "record-after-end", "stands below the end row"));
            return null;
        }
        if (row[0] is End)
        {
            _hasEnd = true;
            Compare(row, problems);
            return null;
        }
        _count++;
        Add(row, problems);
        var entry = CallRow.Read(row, _source);
        return row.Problem is null ? new ImportItem(Call: entry) : row.Rejected();
    }

    /// <summary>What the file says of itself, once all of it was read.</summary>
    public ImportItem Close(int line, FileProblems problems)
    {
        if (!_hasEnd)
            problems.Add(Refusal.Of(line, End, "end-missing", "the last row is end,RECORDS,TOTAL: the file was cut"));
        return new ImportItem(File: new CallFile(
            _source, _sequence, _count, _total, Convert.ToHexStringLower(_hash.GetHashAndReset())));
    }

    public void Dispose() => _hash.Dispose();

    // Where one quantity cannot be read the total says nothing, so that the file is as good as cut.
    private void Add(CsvRow row, FileProblems problems)
    {
        if (FixedPoint.TryParse(row[CallRow.Quantity], out var quantity) && !quantity.IsNegative)
            _total += quantity.ToDecimal();
        else
            problems.Add(Refusal.Of(row.Line, CallRow.Quantity, "number-invalid", "is no decimal number of 0 or more"));
    }

    private void Compare(CsvRow row, FileProblems problems)
    {
        if (row.FieldCount < FieldsOfEnd)
            problems.Add(Refusal.Of(row.Line, End, "field-count", "is not of the form end,RECORDS,TOTAL"));
        if (!long.TryParse(row[1], NumberStyles.None, CultureInfo.InvariantCulture, out var count))
            problems.Add(Refusal.Of(row.Line, "records", "number-invalid", "is no whole number"));
        else if (count != _count)
        {
            problems.Add(Refusal.Of(
                row.Line, "records", "count-mismatch", Told($"says {count}, the file has {_count}")));
        }
        if (!FixedPoint.TryParse(row[2], out var total))
            problems.Add(Refusal.Of(row.Line, "total", "number-invalid", "is no decimal number"));
        else if (total.ToDecimal() != _total)
        {
            problems.Add(Refusal.Of(
                row.Line, "total", "total-mismatch", Told($"says {total.ToDecimal()}, the records come to {_total}")));
        }
    }

    private static bool IsOfId(char one) => char.IsAsciiLetterOrDigit(one) || one is '-' or '.' or '_' or ':';

    private static string Told(FormattableString text) => FormattableString.Invariant(text);
}
