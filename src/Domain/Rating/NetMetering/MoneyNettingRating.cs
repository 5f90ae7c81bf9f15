using BillingActors.Domain.Metering;
using BillingActors.Domain.Rating.Metered;
using BillingActors.Domain.Rating.Prices;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Metered;
using BillingActors.Domain.Tariffs.Settings;

namespace BillingActors.Domain.Rating.NetMetering;

/// <summary>
/// Carries credits as money: what credits are beyond the charges they may reduce is put away, and used in later bills.
/// </summary>
internal sealed class MoneyNettingRating(PieceDraft piece, Charge.MoneyNetting charge)
{
    private const string DeferredKey = "deferred";

    public void Add(LineDraft line)
    {
        var bank = new CreditBank(piece, line, charge.Terms.Bank, (null, piece.Request.Currency.Code));
        if (!CountUse(bank, line))
            return;
        var (charges, credits) = (Sum(static amount => amount > 0m), -Sum(static amount => amount < 0m));
        var settle = charge.Terms.Settle ?? piece.Settings.Of(NetMeteringSettings.Settle);
        if (settle == SettleRule.Year && bank.Anniversary is not null)
            Defer(bank, line, charges - credits);
        else
            Carry(bank, line, charges, credits);
        bank.Close();
    }

    private decimal Sum(Func<decimal, bool> counts) => piece.LinesOf(charge.Terms.Base)
        .Where(entry => MayReduce(entry.Code))
        .Select(static entry => entry.Amount.ToDecimal()).Where(counts).Sum();

    private bool MayReduce(string code) =>
        piece.Settings.Of(NetMeteringSettings.FixedCredit) == FixedCredit.Yes
        || piece.ChargeOf(code) is not (Charge.Fixed or Charge.Minimum);

    // What was taken, less what was delivered, over the year; for a surplus that is paid by energy.
    private bool CountUse(CreditBank bank, LineDraft line)
    {
        if (charge.Terms.Meters is not { } meters)
            return true;
        var import = new MeterSelection(Direction.Import, meters.Import, meters.Unit);
        var export = new MeterSelection(Direction.Export, meters.Export, meters.Unit);
        var code = line.Head.Code;
        if (piece.Quantities.Use(new QuantityNeed($"{code}-import", import, line.Days, null)) is not { } taken
            || piece.Quantities.Use(new QuantityNeed($"{code}-export", export, line.Days, null)) is not { } given)
        {
            return false;
        }
        NetDeliveryOf(bank, line).Count(taken.ByPeriod[0], given.ByPeriod[0]);
        return true;
    }

    private void Carry(CreditBank bank, LineDraft line, decimal charges, decimal credits)
    {
        var usable = bank.Usable == CreditUse.SameBill ? decimal.Min(charges, credits) : 0m;
        var earned = credits - usable;
        var used = decimal.Min(charges - usable, bank.Left);
        bank.Use(used);
        bank.Earn(earned);
        AddLine(line, "credit put away", earned);
        AddLine(line, "credit used", -used);
        TrueUp(bank, line);
    }

    // Charges and credits of the year wait for its end; then they are one sum.
    private void Defer(CreditBank bank, LineDraft line, decimal sum)
    {
        var code = line.Head.Code;
        var total = piece.State.CountOf(code, DeferredKey, bank.Year) + sum;
        if (!bank.IsTrueUp)
        {
            piece.State.SetCount(code, DeferredKey, bank.Year, total);
            AddLine(line, "put off to the true-up", -sum);
            return;
        }
        AddLine(line, "true-up", decimal.Max(0m, total) - sum);
        bank.Earn(decimal.Max(0m, -total));
        TrueUp(bank, line);
        // A credit that is carried is where the next year begins.
        var next = YearWindow.Of(bank.Year.Until, bank.Anniversary!.Value);
        piece.State.SetCount(code, DeferredKey, next, -bank.Left);
        bank.Clear();
    }

    private void TrueUp(CreditBank bank, LineDraft line)
    {
        if (!bank.IsTrueUp || bank.Surplus == SurplusRule.Carry)
            return;
        var left = bank.Left;
        bank.Clear();
        if (bank.Surplus == SurplusRule.Pay)
            AddLine(line, "credit paid", -left, CreditBank.PaidOut);
        else if (bank.Surplus == SurplusRule.PayNetUse)
            PayNetUse(bank, line);
    }

    private void PayNetUse(CreditBank bank, LineDraft line)
    {
        var delivered = NetDeliveryOf(bank, line).SoFar;
        if (delivered <= 0m || charge.Terms.Meters is not { } meters)
            return;
        piece.Lines.Add(line.Of(
            new PricedPart(delivered, -bank.SurplusPrice, null, null),
            meters.Unit,
            delivered * -bank.SurplusPrice,
            new LineSource(CreditBank.PaidOut, $"net delivery of {bank.Year}", "")));
    }

    private NetDelivery NetDeliveryOf(CreditBank bank, LineDraft line) =>
        new(piece.State, line.Head.Code, bank.Year);

    private void AddLine(LineDraft line, string what, decimal amount, string kind = "net-metering")
    {
        if (amount == 0m)
            return;
        var source = new LineSource(kind, what, "");
        piece.Lines.Add(line.Of(
            new PricedPart(1m, amount, null, null), piece.Request.Currency.Code, amount, source));
    }
}
