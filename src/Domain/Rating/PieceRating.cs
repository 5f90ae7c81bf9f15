using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating.Calls;
using BillingActors.Domain.Rating.Charges;
using BillingActors.Domain.Rating.Demands;
using BillingActors.Domain.Rating.NetMetering;
using BillingActors.Domain.Rating.Prices;
using BillingActors.Domain.Rating.Subscriptions;
using BillingActors.Domain.Tariffs;

namespace BillingActors.Domain.Rating;

/// <summary>Rates the days that one tariff version prices, charge by charge in the order of the tariff.</summary>
internal readonly struct PieceRating(PieceDraft piece, ContractRecurring recurring)
{
    /// <summary>The calls of all pieces, rated; null where no charge is for calls.</summary>
    public CallLines? Calls { get; init; }

    /// <summary>Adds the lines of the piece; percentages and minimums see the lines added before them.</summary>
    public void AddLines()
    {
        foreach (var charge in piece.Version.Charges)
        {
            if (!charge.Head.Yearly.IsEmpty)
                AddRuns(charge);
            else if (charge.Within(piece.Days) is { } days)
                Add(charge, days);
        }
    }

    private void AddRuns(Charge charge)
    {
        foreach (var days in charge.DaysIn(piece.Days))
            Add(charge, days);
    }

    private void Add(Charge charge, Period days)
    {
        if (charge.Head.When is { } condition && !piece.Meets(condition))
            return;
        var first = piece.Lines.Count;
        Add(charge, new LineDraft(piece.Request, piece.Version, piece.Reference, charge.Head, days));
        ChargeRounding.Apply(piece.Lines, first, piece.Settings);
    }

    private void Add(Charge charge, LineDraft line)
    {
        switch (charge)
        {
            case Charge.Fixed fixedCharge:
                new FixedRating(piece).Add(fixedCharge, line);
                break;
            case Charge.Usage usage:
                new UsageRating(piece, usage).Add(line);
                break;
            case Charge.Demand demand:
                new DemandRating(piece.Request, piece.Quantities, piece.Version).AddTo(piece.Lines, demand, line);
                break;
            case Charge.Calls calls:
                Calls?.AddTo(piece.Lines, calls, line);
                break;
            case Charge.Percentage percentage:
                new PercentageRating(piece).Add(percentage, line);
                break;
            case Charge.Minimum minimum:
                new MinimumRating(piece).Add(minimum, line);
                break;
            case Charge.Maximum maximum:
                new MinimumRating(piece).Add(maximum, line);
                break;
            case Charge.Rounded rounding:
                new RoundingRating(piece).Add(rounding, line);
                break;
            case Charge.EnergyNetting netting:
                new EnergyNettingRating(piece, netting).Add(line);
                break;
            case Charge.MoneyNetting netting:
                new MoneyNettingRating(piece, netting).Add(line);
                break;
            case var other when recurring.TryAdd(other, line, piece.Lines, piece.First):
                break;
            default:
                throw new BrokenInvariantException("every kind of charge has its rule");
        }
    }
}
