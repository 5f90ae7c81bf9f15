using BillingActors.Domain.Metering;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Metered;
using BillingActors.Domain.Tests.Oracle.Rules.Clocks;

namespace BillingActors.Domain.Tests.Oracle.Rules.Netting;

/// <summary>Credits carried as money from bill to bill, or settled once a year.</summary>
internal sealed class OracleMoneyNetting(OraclePiece piece, Charge.MoneyNetting charge)
{
    private readonly OracleContext _context = piece.Context;
    private readonly string _code = charge.Head.Code;

    public void Add(DaySpan days)
    {
        var bank = new OracleBank(piece, charge.Terms.Bank, (_code, null), days);
        CountUse(bank, days);
        var charges = Sum(static minor => minor > 0);
        var credits = -Sum(static minor => minor < 0);
        var isYearly = (charge.Terms.Settle is { } own
            ? own == SettleRule.Year
            : _context.Word("net-metering-settle", "bill") == "year") && charge.Terms.Bank.Anniversary is not null;
        if (isYearly)
        {
            Defer(bank, days, charges - credits);
            return;
        }
        var usable = bank.IsSameBill ? Rational.Min(charges, credits) : 0;
        var used = bank.Use(charges - usable);
        bank.Earn(credits - usable);
        AddLine(days, credits - usable);
        AddLine(days, -used);
        TrueUp(bank, days);
    }

    private Rational Sum(Func<long, bool> counts)
    {
        var reducesFixed = _context.Word("credits-reduce-fixed", "yes") == "yes";
        var minor = 0L;
        foreach (var line in piece.Lines)
        {
            var (of, except) = (charge.Terms.Base.Of, charge.Terms.Base.Except);
            if ((!of.IsEmpty && !of.Contains(line.Code)) || except.Contains(line.Code) || !counts(line.Minor))
                continue;
            var isFixed = piece.Version.Charges.Any(one =>
                one.Head.Code == line.Code && one is (Charge.Fixed or Charge.Minimum));
            if (reducesFixed || !isFixed)
                minor += line.Minor;
        }
        return piece.InMoney(minor);
    }

    private void CountUse(OracleBank bank, DaySpan days)
    {
        if (charge.Terms.Meters is not { } meters)
            return;
        var import = OracleUsage.Use(piece, new($"{_code}-import", Direction.Import, meters.Import), days, null)[0];
        var export = OracleUsage.Use(piece, new($"{_code}-export", Direction.Export, meters.Export), days, null)[0];
        var key = (_code, "net-use", bank.YearStart);
        _context.State.Counters[key] = _context.State.Counters.GetValueOrDefault(key) + import - export;
    }

    private void Defer(OracleBank bank, DaySpan days, Rational sum)
    {
        var counters = _context.State.Counters;
        var key = (_code, "deferred", bank.YearStart);
        var total = counters.GetValueOrDefault(key) + sum;
        counters[key] = total;
        if (!bank.IsTrueUp)
        {
            AddLine(days, -sum);
            return;
        }
        AddLine(days, Rational.Max(0, total) - sum);
        bank.Earn(Rational.Max(0, -total));
        TrueUp(bank, days);
        counters[(_code, "deferred", bank.YearStart + bank.YearLength)] = -bank.Clear();
    }

    private void TrueUp(OracleBank bank, DaySpan days)
    {
        if (!bank.IsTrueUp || bank.Surplus == SurplusRule.Carry)
            return;
        var left = bank.Clear();
        if (bank.Surplus == SurplusRule.Pay)
            PayOut(days, -left);
        var delivered = -_context.State.Counters.GetValueOrDefault((_code, "net-use", bank.YearStart));
        if (bank.Surplus == SurplusRule.PayNetUse && delivered.Sign > 0)
            piece.PayOut(charge.Head, days, delivered, -(delivered * bank.SurplusPrice));
    }

    private void PayOut(DaySpan days, Rational amount)
    {
        if (!amount.IsZero)
            piece.PayOut(charge.Head, days, 1, amount);
    }

    private void AddLine(DaySpan days, Rational amount)
    {
        if (!amount.IsZero)
            piece.Add(charge.Head, days, 1, amount);
    }
}
