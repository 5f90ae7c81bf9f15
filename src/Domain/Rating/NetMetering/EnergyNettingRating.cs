using System.Collections.Immutable;
using BillingActors.Domain.Metering;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating.Metered;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Metered;
using BillingActors.Domain.Tariffs.Settings;

namespace BillingActors.Domain.Rating.NetMetering;

/// <summary>
/// Sets delivery against use, period by period or shared, with the bank of bills before; what is left is priced by the
/// usage charges that name this one, or banked.
/// </summary>
internal sealed class EnergyNettingRating(PieceDraft piece, Charge.EnergyNetting charge)
{
    public void Add(LineDraft line)
    {
        var meters = charge.Terms.Meters;
        var calendar = charge.Terms.Calendar is { } id ? piece.Version.Calendar(id) : null;
        if (UseOf(Direction.Import, meters.Import, line, calendar) is not { } import
            || UseOf(Direction.Export, meters.Export, line, calendar) is not { } export)
        {
            // The charges that price the rest see nothing; the bill is held.
            piece.Netted[(line.Head.Code, line.Days)] =
                new NettedUse(calendar, Zeros(calendar), Zeros(calendar), new LineSource("net-metering", "", ""));
            return;
        }
        var net = new NettedUse(calendar, Zeros(calendar), Zeros(calendar), SourceOf(import, export));
        piece.Netted[(line.Head.Code, line.Days)] = net;
        if ((charge.Terms.Excess ?? piece.Settings.Of(NetMeteringSettings.Excess)) == NettingExcess.UsePrice)
            net.TakeAsUse(import.ByPeriod, export.ByPeriod);
        else
            Bank(line, calendar, (import.ByPeriod, export.ByPeriod), net);
    }

    private void Bank(
        LineDraft line, TimeOfUseCalendar? calendar, (decimal[] Import, decimal[] Export) used, NettedUse net)
    {
        var isPaid = piece.Version.Charges.OfType<Charge.Usage>()
            .Any(usage => usage.Netted == line.Head.Code && usage.Meter.Direction == Direction.Export);
        if (calendar is not null
            && (charge.Terms.Season ?? piece.Settings.Of(NetMeteringSettings.Season)) == NettingSeason.SameHours)
        {
            new SeasonalBanks(piece, line.Head.Code, calendar).MoveInto(line.Days);
        }
        foreach (var (name, members) in GroupsOf(calendar))
        {
            var bank = new CreditBank(piece, line, charge.Terms.Bank, (name, charge.Terms.Meters.Unit));
            Net(bank, members, used, net);
            if (!isPaid)
            {
                bank.Earn(members.Sum(index => net.Export[index]));
                TrueUp(bank, name, line);
            }
            bank.Close();
        }
        if (!isPaid)
            PayNetDelivery(line, used);
    }

    private UsedQuantity? UseOf(
        Direction direction, ImmutableArray<string> channels, LineDraft line, TimeOfUseCalendar? calendar)
    {
        var word = direction == Direction.Import ? "import" : "export";
        var meter = new MeterSelection(direction, channels, charge.Terms.Meters.Unit);
        return piece.Quantities.Use(new QuantityNeed($"{line.Head.Code}-{word}", meter, line.Days, calendar));
    }

    // Each bank with the periods that share it.
    private IEnumerable<(string? Name, int[] Members)> GroupsOf(TimeOfUseCalendar? calendar)
    {
        if (calendar is null)
            return [(null, [0])];
        if (!charge.Terms.Groups.IsEmpty)
        {
            return charge.Terms.Groups.Select(group => (
                (string?)string.Join('+', group), group.Select(name => calendar.Periods.IndexOf(name)).ToArray()));
        }
        var sharing = charge.Terms.Sharing ?? piece.Settings.Of(NetMeteringSettings.Sharing);
        return sharing == NettingSharing.Total
            ? [(null, [.. Enumerable.Range(0, calendar.Periods.Length)])]
            : calendar.Periods.Select((name, index) => ((string?)name, new[] { index }));
    }

    // What is earned in the bill is used before what was banked, so that the bank is the younger for it.
    private void Net(CreditBank bank, int[] members, (decimal[] Import, decimal[] Export) used, NettedUse net)
    {
        foreach (var index in members)
        {
            var own = bank.Usable == CreditUse.SameBill ? decimal.Min(used.Import[index], used.Export[index]) : 0m;
            net.Import[index] = used.Import[index] - own;
            net.Export[index] = used.Export[index] - own;
        }
        var need = members.Sum(index => net.Import[index]);
        var earned = members.Sum(index => net.Export[index]);
        var fromEarned = bank.Usable == CreditUse.SameBill ? decimal.Min(need, earned) : 0m;
        var fromBank = decimal.Min(decimal.Max(0m, need - fromEarned), bank.Left);
        bank.Use(fromBank);
        Take(net.Import, members, fromEarned + fromBank);
        Take(net.Export, members, fromEarned);
    }

    private void Take(decimal[] quantities, int[] members, decimal offset)
    {
        if (offset == 0m)
            return;
        var order = charge.Terms.Order ?? piece.Settings.Of(NetMeteringSettings.Order);
        var whole = members.Sum(index => quantities[index]);
        var (before, taken) = (0m, 0m);
        foreach (var index in members)
        {
            var own = quantities[index];
            before += own;
            var until = order == NettingOrder.InOrder ? decimal.Min(offset, before) : Cumulated(offset, before, whole);
            // Rounding never takes more than there is, here or in those that follow.
            var least = decimal.Max(0m, offset - taken - (whole - before));
            var part = decimal.Min(own, decimal.Max(least, until - taken));
            quantities[index] -= part;
            taken += part;
        }
    }

    private static decimal Cumulated(decimal offset, decimal before, decimal whole) => before == whole
        ? offset
        : Rounding.HalfAwayFromZero(offset * before / whole, Exact.PartDecimals);

    private void TrueUp(CreditBank bank, string? name, LineDraft line)
    {
        if (!bank.IsTrueUp || bank.Surplus == SurplusRule.Carry)
            return;
        var left = bank.Left;
        bank.Clear();
        if (bank.Surplus == SurplusRule.Pay && left > 0m)
            Pay(bank, line, (left, name), $"true-up of {bank.Year}");
    }

    // The year is counted over all periods, for what one has left over another may have taken.
    private void PayNetDelivery(LineDraft line, (decimal[] Import, decimal[] Export) used)
    {
        var bank = new CreditBank(piece, line, charge.Terms.Bank, (null, charge.Terms.Meters.Unit));
        if (bank.Surplus != SurplusRule.PayNetUse)
            return;
        var delivery = new NetDelivery(piece.State, line.Head.Code, bank.Year);
        delivery.Count(used.Import.Sum(), used.Export.Sum());
        if (bank.IsTrueUp && delivery.SoFar > 0m)
            Pay(bank, line, (delivery.SoFar, null), $"net delivery of {bank.Year}");
    }

    private void Pay(CreditBank bank, LineDraft line, (decimal Quantity, string? Period) left, string what) =>
        piece.Lines.Add(line.Of(
            new PricedPart(left.Quantity, -bank.SurplusPrice, null, left.Period),
            charge.Terms.Meters.Unit,
            left.Quantity * -bank.SurplusPrice,
            new LineSource(CreditBank.PaidOut, what, "")));

    private static LineSource SourceOf(UsedQuantity import, UsedQuantity export) => new(
        "net-metering",
        $"{import.Source.Reference}: {Exact.Text(import.ByPeriod.Sum())} taken;"
        + $" {export.Source.Reference}: {Exact.Text(export.ByPeriod.Sum())} delivered",
        string.Join(",", new[] { import.Source.Imports, export.Source.Imports }
            .Where(static text => text.Length > 0).Distinct(StringComparer.Ordinal)));

    private static decimal[] Zeros(TimeOfUseCalendar? calendar) => new decimal[calendar?.Periods.Length ?? 1];
}
