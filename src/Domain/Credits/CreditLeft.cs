using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Tax;

namespace BillingActors.Domain.Credits;

/// <summary>
/// What of an invoice was not credited yet. The part of a tax is what it comes to for all that is credited so far, less
/// what was credited of it before: the last part takes the remaining cent.
/// </summary>
internal sealed class CreditLeft
{
    private readonly CreditableInvoice _invoice;
    private readonly Currency _currency;
    private readonly long?[] _credited;
    private readonly Dictionary<(int Line, int Tax), LineTax> _taxes = [];

    public CreditLeft(CreditableInvoice invoice, IEnumerable<CreditMemo> memos, Currency currency)
    {
        (_invoice, _currency) = (invoice, currency);
        _credited = new long?[invoice.Lines.Length];
        foreach (var memo in memos.Where(memo => memo.InvoiceId == invoice.InvoiceId))
        {
            foreach (var line in memo.Lines)
                _credited[line.Line] = (_credited[line.Line] ?? 0) + line.NetMinor;
            foreach (var part in memo.LineTaxes)
                _taxes[(part.Line, part.Tax)] = Sum(CreditedOf(part), part);
        }
    }

    /// <summary>Whether there is nothing more to credit.</summary>
    public bool IsNothing => Lines.IsEmpty;

    /// <summary>All that is left, with taxes.</summary>
    public long TotalMinor => All().TotalMinor;

    /// <summary>What is left of a line, net.</summary>
    public long NetOf(int line) => _invoice.Lines[line].NetMinor - (_credited[line] ?? 0);

    /// <summary>Whether all of a line was credited.</summary>
    public bool IsExhausted(int line) => _credited[line] is not null && NetOf(line) == 0;

    /// <summary>All that is left.</summary>
    public CreditedParts All() => Of(Lines.Select(line => new LineCredited(line, NetOf(line))));

    /// <summary>Parts of lines with their taxes.</summary>
    public CreditedParts Of(IEnumerable<LineCredited> lines)
    {
        ImmutableArray<LineCredited> credited = [.. lines.OrderBy(line => line.Line)];
        return new CreditedParts(
            credited,
            [.. credited.SelectMany(line => _invoice.LineTaxes
                .Where(tax => tax.Line == line.Line)
                .Select(tax => Part(tax, line.NetMinor)))]);
    }

    private ImmutableArray<int> Lines =>
        [.. Enumerable.Range(0, _credited.Length).Where(line => !IsExhausted(line))];

    private LineTax Part(LineTax tax, long netMinor)
    {
        var (whole, before) = (_invoice.Lines[tax.Line].NetMinor, CreditedOf(tax));
        var after = (_credited[tax.Line] ?? 0) + netMinor;
        return tax with
        {
            BaseMinor = TaxSum.Part(tax.BaseMinor, after, whole, _currency) - before.BaseMinor,
            AmountMinor = TaxSum.Part(tax.AmountMinor, after, whole, _currency) - before.AmountMinor,
        };
    }

    private LineTax CreditedOf(LineTax tax) =>
        _taxes.GetValueOrDefault((tax.Line, tax.Tax)) ?? new LineTax(tax.Line, tax.Tax, 0, 0);

    private static LineTax Sum(LineTax left, LineTax right) => left with
    {
        BaseMinor = left.BaseMinor + right.BaseMinor,
        AmountMinor = left.AmountMinor + right.AmountMinor,
    };
}
