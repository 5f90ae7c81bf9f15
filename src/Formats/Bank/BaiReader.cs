using BillingActors.Formats.Text;

namespace BillingActors.Formats.Bank;

/// <summary>
/// Reads BAI2: groups of accounts with their transactions. Every total and count of the file, its groups and its
/// accounts must be right, so that a file that was cut or edited is not taken.
/// </summary>
internal sealed class BaiReader
{
    private const string DefaultCurrency = "USD";
    private readonly FoundMoney _found = new();
    private BaiRecord? _open;
    private Totals _file;
    private Totals _group;
    private Totals _account;
    private string _currency = DefaultCurrency;
    private string _groupCurrency = DefaultCurrency;
    private DateOnly? _day;
    private bool _isEnded;

    public async Task<BankMoney> Read(Stream plain, CancellationToken cancellation)
    {
        using var lines = new LineReader(plain);
        while (await lines.Read(cancellation))
        {
            var line = lines.Line.ToString().Trim().TrimEnd('/');
            if (line.Length > 0)
                Take(lines.Number, line);
        }
        Close();
        if (!_isEnded)
            _found.Fault(lines.Number, "99", "end-missing", "the file has no end");
        return _found.Finish();
    }

    private void Take(int number, string line)
    {
        if (line.StartsWith("88,", StringComparison.Ordinal))
        {
            if (_open is null)
                throw Refusal.Of(number, "88", "record-out-of-place", "continues nothing");
            _open.Add(line);
            return;
        }
        Close();
        if (_isEnded)
            throw Refusal.Of(number, "record", "record-after-end", "stands behind the end of the file");
        _open = new BaiRecord(number, line);
    }

    /// <summary>Works off a record once nothing continues it.</summary>
    private void Close()
    {
        if (_open is not { } record)
            return;
        _open = null;
        _file.Records += record.Count;
        _group.Records += record.Count;
        _account.Records += record.Count;
        switch (record.Code)
        {
            case "01":
                break;
            case "02":
                _group = new() { Records = record.Count };
                (_day, _groupCurrency) = (record.Day(4), record[6] is { Length: 3 } told ? told : DefaultCurrency);
                break;
            case "03":
                _account = new() { Records = record.Count };
                _currency = record[2] is { Length: 3 } own ? own : _groupCurrency;
                AddSummaries(record);
                break;
            case "16":
                AddDetail(record);
                break;
            case "49":
                Check(record, _account, hasParts: false);
                _group.Add(_account.Minor);
                break;
            case "98":
                Check(record, _group, hasParts: true);
                _file.Add(_group.Minor);
                break;
            case "99":
                Check(record, _file, hasParts: true);
                _isEnded = true;
                break;
            default:
                _found.Fault(record.Line, "record", "record-unknown", $"'{record.Code}' is no record of BAI2");
                break;
        }
    }

    private void AddSummaries(BaiRecord record)
    {
        for (var at = 3; at < record.FieldCount; at = record.AfterFunds(at + 3))
            AddTo(record, at + 1);
    }

    private void AddDetail(BaiRecord record)
    {
        AddTo(record, 2);
        if (record.Minor(2) is not { } minor)
            return; // The fault is told already.
        var code = record.Minor(1) ?? 0;
        var after = record.AfterFunds(3);
        var day = (record[3] == "V" ? record.Day(4) : null) ?? _day;
        if (code is < 100 or >= 400)
            _found.Leave(record.Line, "debit");
        else if (code is >= 250 and <= 260)
            _found.Leave(record.Line, "return");
        else if (minor <= 0)
            _found.Leave(record.Line, "reversal");
        else if (day is { } on)
            _found.Add(record.Line, MethodOf(code), (minor, _currency), (on, record.From(after)));
        else
            _found.Fault(record.Line, "16", "date-invalid", "neither the transaction nor its group has a day");
    }

    private static string MethodOf(long code) => code switch
    {
        115 or 116 => "lockbox",
        142 or 165 or 169 => "ach",
        301 => "cheque",
        _ => "wire",
    };

    private void AddTo(BaiRecord record, int index)
    {
        if (record.Minor(index) is { } minor)
            _account.Minor += minor;
        else
            _found.Fault(record.Line, record.Code, "number-invalid", $"'{record[index]}' is no amount");
    }

    private void Check(BaiRecord record, Totals counted, bool hasParts)
    {
        if (record.Minor(1) != counted.Minor)
        {
            _found.Fault(
                record.Line, record.Code, "total-mismatch",
                FormattableString.Invariant($"says {record[1]}, and {counted.Minor} were found"));
        }
        var (parts, records) = hasParts ? (record.Minor(2), record.Minor(3)) : (counted.Parts, record.Minor(2));
        if (parts != counted.Parts || records != counted.Records)
        {
            _found.Fault(
                record.Line, record.Code, "count-mismatch",
                FormattableString.Invariant($"{counted.Parts} parts and {counted.Records} records were found"));
        }
    }

    private record struct Totals
    {
        public long Minor { get; set; }

        public long Parts { get; private set; }

        public long Records { get; set; }

        /// <summary>A part of it is whole.</summary>
        public void Add(long minor) => (Minor, Parts) = (Minor + minor, Parts + 1);
    }
}
