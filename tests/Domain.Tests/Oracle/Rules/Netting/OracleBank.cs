using BillingActors.Domain.Tariffs.Metered;
using BillingActors.Domain.Tests.Oracle.Rules.Clocks;
using NodaTime;

namespace BillingActors.Domain.Tests.Oracle.Rules.Netting;

/// <summary>Credits of one bank: the oldest are used first, and those that are too old are gone.</summary>
internal sealed class OracleBank
{
    private readonly List<(int Since, Rational Quantity)> _credits;
    private readonly DaySpan _days;
    private readonly AnnualDate? _anniversary;

    public OracleBank(OraclePiece piece, BankTerms terms, (string Charge, string? Name) bank, DaySpan days)
    {
        var context = piece.Context;
        (_credits, _days) = (context.State.BankOf(bank.Charge, bank.Name), days);
        IsSameBill = terms.Usable is { } usable
            ? usable == CreditUse.SameBill
            : context.Word("net-metering-credit", "same-bill") == "same-bill";
        Surplus = terms.Surplus ?? context.Word("net-metering-surplus", "carry") switch
        {
            "forfeit" => SurplusRule.Forfeit,
            "pay" => SurplusRule.Pay,
            "pay-net-use" => SurplusRule.PayNetUse,
            _ => SurplusRule.Carry,
        };
        SurplusPrice = terms.SurplusPrice ?? context.Number("net-surplus-price") ?? 0;
        _anniversary = terms.Anniversary;
        if (terms.ExpiryMonths is { } months)
        {
            _credits.RemoveAll(credit =>
                DateOnly.FromDayNumber(credit.Since).AddMonths(months).DayNumber < days.From);
        }
    }

    public bool IsSameBill { get; }

    public SurplusRule Surplus { get; }

    public Rational SurplusPrice { get; }

    /// <summary>Whether an anniversary lies after the first of the days, or is their end.</summary>
    public bool IsTrueUp => _anniversary is not null && YearStart + YearLength <= _days.Until;

    public int YearStart
    {
        get
        {
            var first = DateOnly.FromDayNumber(_days.From);
            var (month, day) = _anniversary is { } annual ? (annual.Month, annual.Day) : (1, 1);
            var start = new DateOnly(first.Year, month, day);
            return (start <= first ? start : start.AddYears(-1)).DayNumber;
        }
    }

    public int YearLength => DateOnly.FromDayNumber(YearStart).AddYears(1).DayNumber - YearStart;

    public Rational Left => Rational.Sum(_credits.Select(static credit => credit.Quantity));

    /// <summary>Uses what is asked for, or all there is.</summary>
    public Rational Use(Rational asked)
    {
        var used = Rational.Zero;
        for (var i = 0; i < _credits.Count; i++)
        {
            var part = Rational.Min(_credits[i].Quantity, Rational.Max(0, asked - used));
            _credits[i] = (_credits[i].Since, _credits[i].Quantity - part);
            used += part;
        }
        _credits.RemoveAll(static credit => credit.Quantity.Sign <= 0);
        return used;
    }

    public void Earn(Rational quantity)
    {
        if (quantity.Sign > 0)
            _credits.Add((_days.From, quantity));
    }

    public Rational Clear()
    {
        var left = Left;
        _credits.Clear();
        return left;
    }
}
