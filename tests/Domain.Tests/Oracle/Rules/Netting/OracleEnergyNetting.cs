using BillingActors.Domain.Metering;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Metered;
using BillingActors.Domain.Tests.Oracle.Rules.Clocks;

namespace BillingActors.Domain.Tests.Oracle.Rules.Netting;

/// <summary>Delivered energy against taken energy, period by period or shared, with a bank.</summary>
internal sealed class OracleEnergyNetting(OraclePiece piece, Charge.EnergyNetting charge)
{
    private readonly OracleContext _context = piece.Context;

    public void Add(DaySpan days)
    {
        var meters = charge.Terms.Meters;
        var plan = piece.PlanOf(charge.Terms.Calendar);
        var code = charge.Head.Code;
        var import = OracleUsage.Use(piece, new($"{code}-import", Direction.Import, meters.Import), days, plan);
        var export = OracleUsage.Use(piece, new($"{code}-export", Direction.Export, meters.Export), days, plan);
        var isPaid = piece.Version.Charges.OfType<Charge.Usage>()
            .Any(usage => usage.Netted == code && usage.Meter.Direction == Direction.Export);
        var used = Rational.Sum(import) - Rational.Sum(export);
        foreach (var (name, members) in GroupsOf(plan))
        {
            var bank = new OracleBank(piece, charge.Terms.Bank, (code, name), days);
            Net(bank, members, import, export);
            if (!isPaid)
            {
                bank.Earn(Rational.Sum(members.Select(index => export[index])));
                TrueUp(bank, name, days);
            }
        }
        if (!isPaid)
            PayNetDelivery(days, used);
        piece.Netted[(code, days)] = (import, export);
    }

    private List<(string? Name, int[] Members)> GroupsOf(HourPlan? plan)
    {
        if (plan is null)
            return [(null, [0])];
        var sharing = charge.Terms.Sharing is { } own
            ? own == NettingSharing.Total
            : _context.Word("net-metering-sharing", "period") == "total";
        return sharing
            ? [(null, [.. plan.Names.Select(static (_, index) => index)])]
            : [.. plan.Names.Select(static (name, index) => ((string?)name, new[] { index }))];
    }

    private void Net(OracleBank bank, int[] members, Rational[] import, Rational[] export)
    {
        if (bank.IsSameBill)
        {
            foreach (var index in members)
            {
                var own = Rational.Min(import[index], export[index]);
                (import[index], export[index]) = (import[index] - own, export[index] - own);
            }
        }
        var need = Rational.Sum(members.Select(index => import[index]));
        var earned = Rational.Sum(members.Select(index => export[index]));
        var fromEarned = bank.IsSameBill ? Rational.Min(need, earned) : 0;
        var fromBank = bank.Use(need - fromEarned);
        Take(import, members, fromEarned + fromBank);
        Take(export, members, fromEarned);
    }

    // Shares are cut to six decimals as a running total; a cut never takes more than there is.
    private void Take(Rational[] quantities, int[] members, Rational offset)
    {
        var isInOrder = charge.Terms.Order is { } order
            ? order == NettingOrder.InOrder
            : _context.Word("net-metering-order", "pro-rata") == "in-order";
        var whole = Rational.Sum(members.Select(index => quantities[index]));
        var (running, taken) = (Rational.Zero, Rational.Zero);
        foreach (var index in members)
        {
            if (offset.IsZero)
                return;
            var share = quantities[index];
            running += share;
            var until = isInOrder
                ? Rational.Min(offset, running)
                : (offset * running / whole).Round(OracleParts.CutDecimals);
            if (running.CompareTo(whole) == 0)
                until = offset;
            var least = Rational.Max(0, offset - taken - (whole - running));
            var part = Rational.Min(share, Rational.Max(least, until - taken));
            quantities[index] = share - part;
            taken += part;
        }
    }

    private void TrueUp(OracleBank bank, string? name, DaySpan days)
    {
        if (!bank.IsTrueUp || bank.Surplus == SurplusRule.Carry)
            return;
        var left = bank.Clear();
        if (bank.Surplus == SurplusRule.Pay && left.Sign > 0)
            piece.PayOut(charge.Head, days, left, -(left * bank.SurplusPrice), name);
    }

    // Over all periods of the year, whatever their banks have. No credits are of this bank: looking at one drops what
    // is too old in it, and the one without a name may be that of a version which nets all periods together.
    private void PayNetDelivery(DaySpan days, Rational used)
    {
        var bank = new OracleBank(piece, charge.Terms.Bank, (charge.Head.Code, "net-delivery"), days);
        if (bank.Surplus != SurplusRule.PayNetUse)
            return;
        var counters = _context.State.Counters;
        var key = (charge.Head.Code, "net-use", bank.YearStart);
        counters[key] = counters.GetValueOrDefault(key) + used;
        var delivered = -counters[key];
        if (bank.IsTrueUp && delivered.Sign > 0)
            piece.PayOut(charge.Head, days, delivered, -(delivered * bank.SurplusPrice));
    }
}
