using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tests.Oracle.Rules.Clocks;

namespace BillingActors.Domain.Tests.Oracle.Rules;

/// <summary>Prices per day, month, year or bill.</summary>
internal sealed class OracleFixed(OraclePiece piece, Charge.Fixed charge)
{
    private readonly OracleContext _context = piece.Context;

    public void Add(DaySpan days)
    {
        var isUnused = !charge.OnlyIfUsed.IsEmpty
            && !piece.Lines.Any(line => charge.OnlyIfUsed.Contains(line.Code) && !line.Quantity.IsZero);
        if (charge.Per == ChargePer.Month && charge.Head.Yearly.IsEmpty)
        {
            var all = AllDays().ToList();
            var (first, last) = (all.Min(static day => day), all.Max(static day => day));
            switch (_context.Word("inside-change", "by-days"))
            {
                case "price-before" when days.From > first:
                case "price-after" when days.Until <= last:
                    return;
                case not "by-days":
                    days = new DaySpan(first, last + 1);
                    break;
            }
        }
        if (isUnused || PartOf(days) is not { } part)
            return;
        var times = _context.Times(charge.Times);
        piece.Add(charge.Head, days, part.Round(10) * times, charge.Price * times * part);
    }

    // The part of the price that the days have; null: none, and no line.
    private Rational? PartOf(DaySpan days)
    {
        var (service, cycle) = (_context.Service, _context.Cycle);
        var first = service.From > cycle.From ? _context.Word("first-part", "prorated") : "prorated";
        var last = service.Until < cycle.Until ? _context.Word("last-part", "prorated") : "prorated";
        if (charge.Per != ChargePer.Month)
            return OracleParts.AmountOf(_context, 1, charge.Per, days);
        if (first == "whole" || (first == "prorated" && last == "whole" && service.From == cycle.From))
            return (Rational)days.Count / service.Count;
        if (first == "free" || last == "free")
            return null;
        if (last == "prorated")
            return OracleParts.AmountOf(_context, 1, charge.Per, days);
        var longer = new OracleContext(
            _context.Request with
            {
                Service = new Domain.Primitives.Period(_context.Request.Service.From, _context.Request.Cycle.Until),
            },
            _context.State);
        return OracleParts.AmountOf(longer, 1, charge.Per, longer.Service) * days.Count / service.Count;
    }

    // Every day on which some charge has this code.
    private IEnumerable<int> AllDays() =>
        from other in _context.Pieces()
        from one in other.Version.Charges
        where one.Head.Code == charge.Head.Code
        from run in new OraclePiece(_context, other.Days, other.Version).DaysOf(one.Head)
        from day in Enumerable.Range(run.From, run.Count)
        select day;
}
