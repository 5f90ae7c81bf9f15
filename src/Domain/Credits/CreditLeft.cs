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

    /// <summary>What is left of a line with its taxes.</summary>
    public long GrossOf(int line) => NetOf(line) + TaxesOf(line).Sum(TaxLeft);

    /// <summary>Whether all of a line was credited.</summary>
    public bool IsExhausted(int line) =>
        _credited[line] is not null && NetOf(line) == 0 && TaxesOf(line).All(tax => TaxLeft(tax) == 0);

    /// <summary>All that is left.</summary>
    public CreditedParts All() => Of(Lines.Select(line => new LineCredited(line, NetOf(line))));

    /// <summary>Parts of lines with their taxes.</summary>
    public CreditedParts Of(IEnumerable<LineCredited> lines)
    {
        ImmutableArray<LineCredited> credited = [.. lines.OrderBy(line => line.Line)];
        return new CreditedParts(
            credited,
            [.. credited.SelectMany(line => TaxesOf(line.Line).Select(tax => Part(tax, line.NetMinor)))]);
    }

    /// <summary>
    /// An amount with taxes off some lines, by what is left of each with its taxes and of these by net and taxes, each
    /// time with the largest remainder: it comes to the amount exactly. What a line takes off others stays as it is,
    /// unless all goes.
    /// </summary>
    public CreditedParts OfGross(ImmutableArray<int> lines, long minor)
    {
        if (minor == lines.Sum(GrossOf))
            return Of(lines.Select(line => new LineCredited(line, NetOf(line))));
        var shares = Split(minor, lines.Select(GrossOf));
        var (nets, taxes) = (new List<LineCredited>(), new List<LineTax>());
        foreach (var (line, share) in lines.Zip(shares).Where(part => part.Second > 0))
        {
            ImmutableArray<LineTax> borne = [.. TaxesOf(line)];
            var parts = Split(share, [NetOf(line), .. borne.Select(TaxLeft)]);
            nets.Add(new LineCredited(line, parts[0]));
            taxes.AddRange(borne.Select((tax, at) => Part(tax, parts[0]) with { AmountMinor = parts[at + 1] }));
        }
        return new CreditedParts([.. nets], [.. taxes]);
    }

    /// <summary>The lines of which something is left.</summary>
    public ImmutableArray<int> Lines =>
        [.. Enumerable.Range(0, _credited.Length).Where(line => !IsExhausted(line))];

    private ImmutableArray<long> Split(long minor, IEnumerable<long> weights) =>
    [
        .. MoneySplit.ByWeights(
            new Money(minor, _currency), [.. weights.Select(weight => (decimal)Math.Max(0, weight))])
            .Select(part => part.Minor),
    ];

    private IEnumerable<LineTax> TaxesOf(int line) => _invoice.LineTaxes.Where(tax => tax.Line == line);

    private long TaxLeft(LineTax tax) => tax.AmountMinor - CreditedOf(tax).AmountMinor;

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
