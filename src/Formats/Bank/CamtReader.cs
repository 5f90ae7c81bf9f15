using System.Globalization;
using System.Xml;
using System.Xml.Linq;
using BillingActors.Formats.Text;

namespace BillingActors.Formats.Bank;

/// <summary>
/// Reads camt.053 of any version, statement by statement: an entry is booked, and an entry of several payments whose
/// amounts come to it is each of them. What a bank says stands in the file of its currency's decimals, exactly.
/// </summary>
internal sealed class CamtReader(Func<string, int> decimalsOf)
{
    private readonly FoundMoney _found = new();
    private bool _hasStatement;
    private long? _opening;
    private long? _closing;
    private long _booked;

    public async Task<BankMoney> Read(Stream plain, CancellationToken cancellation)
    {
        using var xml = XmlReader.Create(plain, Settings());
        try
        {
            while (await xml.ReadAsync())
            {
                cancellation.ThrowIfCancellationRequested();
                Take(xml);
            }
        }
        catch (XmlException e)
        {
            throw Refusal.Of(e.LineNumber, "xml", "xml-malformed", e.Message);
        }
        if (!_hasStatement)
            throw Refusal.Of(1, "Stmt", "not-a-statement", "the file has no statement");
        return _found.Finish();
    }

    private static XmlReaderSettings Settings() => new()
    {
        Async = true,
        DtdProcessing = DtdProcessing.Prohibit,
        XmlResolver = null,
        IgnoreWhitespace = true,
        IgnoreComments = true,
        IgnoreProcessingInstructions = true,
        MaxCharactersInDocument = InflationLimits.Default.BytesMax,
    };

    private void Take(XmlReader xml)
    {
        var line = ((IXmlLineInfo)xml).LineNumber;
        if (xml is { NodeType: XmlNodeType.Element, LocalName: "Stmt" })
            (_hasStatement, _opening, _closing, _booked) = (true, null, null, 0);
        else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "Stmt" })
            Tie(line);
        else if (xml is { NodeType: XmlNodeType.Element, LocalName: "Bal" } && _hasStatement)
            TakeBalance(Whole(xml), line);
        else if (xml is { NodeType: XmlNodeType.Element, LocalName: "Ntry" } && _hasStatement)
            TakeEntry(Whole(xml), line);
    }

    private static XElement Whole(XmlReader xml)
    {
        using var part = xml.ReadSubtree();
        return XElement.Load(part);
    }

    private void TakeBalance(XElement balance, int line)
    {
        var code = Text(balance, "Tp", "CdOrPrtry", "Cd");
        if (code is not ("OPBD" or "PRCD" or "CLBD") || Amount(At(balance, "Amt"), line) is not { } amount)
            return;
        var signed = Text(balance, "CdtDbtInd") == "DBIT" ? -amount.Minor : amount.Minor;
        if (code == "CLBD")
            _closing = signed;
        else
            _opening = signed;
    }

    private void Tie(int line)
    {
        if (_opening is { } opening && _closing is { } closing && opening + _booked != closing)
        {
            _found.Fault(
                line, "Bal", "total-mismatch",
                FormattableString.Invariant($"{opening} and entries of {_booked} do not come to {closing}"));
        }
    }

    private void TakeEntry(XElement entry, int line)
    {
        if (Amount(At(entry, "Amt"), line) is not { } amount)
            return;
        var isCredit = Text(entry, "CdtDbtInd") == "CRDT";
        var isBooked = At(entry, "Sts")?.Value == "BOOK"; // A text in old versions, an element around it in new ones.
        if (isBooked)
            _booked += isCredit ? amount.Minor : -amount.Minor;
        if (!isBooked)
            _found.Leave(line, "pending");
        else if (!isCredit)
            _found.Leave(line, "debit");
        else if (Text(entry, "RvslInd") == "true")
            _found.Leave(line, "reversal");
        else if (Day(entry) is { } day)
            TakeCredit(entry, line, amount, day);
        else
            _found.Fault(line, "ValDt", "date-invalid", "the entry has neither a value date nor one of booking");
    }

    private void TakeCredit(XElement entry, int line, (long Minor, string Currency) amount, DateOnly day)
    {
        var parts = entry.Descendants().Where(one => one.Name.LocalName == "TxDtls").ToList();
        var amounts = parts.ConvertAll(part => PartOf(part, amount.Currency));
        if (parts.Count < 2 || amounts.Exists(one => one is null) || amounts.Sum() != amount.Minor)
            Keep(line, entry, [.. parts], (amount, day));
        else
            foreach (var (part, minor) in parts.Zip(amounts))
                Keep(line, entry, [part], ((minor!.Value, amount.Currency), day));
    }

    private void Keep(
        int line, XElement entry, XElement[] parts, ((long Minor, string Currency) Amount, DateOnly Day) money)
    {
        if (parts.Any(part => At(part, "RtrInf") is not null))
            _found.Leave(line, "return");
        else
            _found.Add(
                line, MethodOf(parts is [{ } only] ? only : entry, entry), money.Amount,
                (money.Day, parts is [{ } told] ? Reference(told) : ""));
    }

    /// <summary>The amount of one of several payments, where it is of the entry's currency and comes in.</summary>
    private long? PartOf(XElement part, string currency) =>
        (At(part, "Amt") ?? At(part, "AmtDtls", "TxAmt", "Amt")) is { } told
        && Minor(told) is { } amount && amount.Currency == currency && Text(part, "CdtDbtInd") is null or "CRDT"
            ? amount.Minor
            : null;

    private static string MethodOf(XElement part, XElement entry) =>
        (Text(part, "BkTxCd", "Domn", "Fmly", "Cd") ?? Text(entry, "BkTxCd", "Domn", "Fmly", "Cd")) switch
        {
            "IDDT" => "direct-debit",
            "RCHQ" or "ICHQ" => "cheque",
            _ => "wire",
        };

    /// <summary>What finds the bill: the payer's id, a creditor reference, document numbers, text.</summary>
    private static string Reference(XElement part)
    {
        var told = part.Elements().Where(one => one.Name.LocalName == "RmtInf").Descendants()
            .Where(one => one.Name.LocalName is "Ref" or "Nb" or "Ustrd").Select(one => one.Value);
        string?[] ids = [Text(part, "Refs", "EndToEndId")];
        var known = ids.OfType<string>().Where(id => id != "NOTPROVIDED");
        return string.Join(' ', known.Concat(told).Distinct(StringComparer.Ordinal));
    }

    private static DateOnly? Day(XElement entry)
    {
        var told = At(entry, "ValDt") ?? At(entry, "BookgDt");
        var text = (Text(told, "Dt") ?? Text(told, "DtTm") ?? "").PadRight(10)[..10];
        return DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var on)
            ? on
            : null;
    }

    private (long Minor, string Currency)? Amount(XElement? told, int line)
    {
        var amount = Minor(told);
        if (amount is null)
            _found.Fault(line, "Amt", "number-invalid", "is no amount in the decimals of its currency");
        return amount;
    }

    private (long Minor, string Currency)? Minor(XElement? told)
    {
        var currency = told?.Attribute("Ccy")?.Value ?? "";
        return currency.Length == 3 && FixedPoint.TryParse(told!.Value.Trim(), out var number) && !number.IsNegative
            && number.Scale <= decimalsOf(currency) && number.TryAt(decimalsOf(currency), out var minor)
                ? (minor, currency)
                : null;
    }

    private static string? Text(XElement? from, params ReadOnlySpan<string> path) =>
        At(from, path)?.Value.Trim() is { Length: > 0 } text ? text : null;

    private static XElement? At(XElement? from, params ReadOnlySpan<string> path)
    {
        foreach (var name in path)
            from = from?.Elements().FirstOrDefault(one => one.Name.LocalName == name);
        return from;
    }
}
