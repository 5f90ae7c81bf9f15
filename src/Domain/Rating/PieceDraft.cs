using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating.Metered;
using BillingActors.Domain.Rating.NetMetering;
using BillingActors.Domain.Rating.Prices;
using BillingActors.Domain.Rating.State;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Demands;
using BillingActors.Domain.Tariffs.Metered;
using BillingActors.Domain.Tariffs.Settings;

namespace BillingActors.Domain.Rating;

/// <summary>The days that one tariff version prices, with the lines so far: what all charges work on.</summary>
/// <param name="request">What is rated.</param>
/// <param name="quantities">Where quantities come from.</param>
/// <param name="state">The state as this rating changes it.</param>
/// <param name="piece">The days and their version.</param>
/// <param name="lines">Lines of the bill; those of pieces before stand first.</param>
internal sealed class PieceDraft(
    RatingRequest request,
    IQuantities quantities,
    StateDraft state,
    (Period Days, TariffVersion Version) piece,
    ImmutableArray<RatedLine>.Builder lines)
{
    private Dictionary<(string Group, string Period), decimal>? _groupCounts;
    private Dictionary<(string Code, Period Days), NettedUse>? _netted;

    /// <summary>Index of the first line of this piece.</summary>
    public int First { get; } = lines.Count;

    public RatingRequest Request { get; } = request;

    public RatingSettings Settings { get; } = request.SettingsInForce;

    public IQuantities Quantities { get; } = quantities;

    public HoldList Holds => Quantities.Holds;

    public StateDraft State { get; } = state;

    public Period Days { get; } = piece.Days;

    public TariffVersion Version { get; } = piece.Version;

    /// <summary>How its lines name the version.</summary>
    public string Reference { get; } = request.Tariff.Reference(piece.Version);

    public ImmutableArray<RatedLine>.Builder Lines { get; } = lines;

    /// <summary>What charges of a group have counted so far, by group and time-of-use period.</summary>
    public Dictionary<(string Group, string Period), decimal> GroupCounts => _groupCounts ??= [];

    /// <summary>Net use by code of the net-metering charge and its days.</summary>
    public Dictionary<(string Code, Period Days), NettedUse> Netted => _netted ??= [];

    /// <summary>The lines of this piece that a selection takes, in order.</summary>
    public IEnumerable<RatedLine> LinesOf(ChargeSelection selection) =>
        Lines.Skip(First).Where(line => selection.Includes(line.Code));

    /// <summary>
    /// Sum of rounded amounts, so that the customer can check it against the lines; a charge with days of its own takes
    /// the part that falls on them.
    /// </summary>
    public decimal SumOf(ChargeSelection selection, Period days, Func<PieceDraft, RatedLine, bool> counts)
    {
        var minor = 0L;
        for (var i = First; i < Lines.Count; i++)
        {
            if (selection.Includes(Lines[i].Code) && counts(this, Lines[i]))
                minor += Lines[i].Amount.Minor;
        }
        var sum = Exact.Normalised(Exact.Of(minor, Request.Currency.Exponent));
        return days == Days ? sum : sum * days.Days / Days.Days;
    }

    /// <summary>The same of exact amounts.</summary>
    public decimal ExactSumOf(ChargeSelection selection, Period days, Func<PieceDraft, RatedLine, bool> counts)
    {
        var sum = LinesOf(selection).Where(line => counts(this, line)).Sum(static line => line.ExactAmount);
        return Exact.Normalised(days == Days ? sum : sum * days.Days / Days.Days);
    }

    /// <summary>The charge of this version with the code that applies in the piece.</summary>
    public Charge? ChargeOf(string code)
    {
        foreach (var charge in Version.Charges)
        {
            if (charge.Head.Code == code && charge.Within(Days) is not null)
                return charge;
        }
        return null;
    }

    /// <summary>What a charge bills in this piece, in its unit; fees of tiers are no use.</summary>
    public decimal BilledBy(string code) => Exact.Normalised(LinesOf(new ChargeSelection([code], []))
        .Where(static line => line.Unit != UsageRating.FeeUnit).Sum(static line => line.Quantity));

    /// <summary>
    /// Whether a charge bills what a condition says. Its limits are cut by days as those of tiers are; a demand is not
    /// cut by days, and neither are its limits.
    /// </summary>
    public bool Meets(UseCondition condition)
    {
        var (billed, proration) = (BilledBy(condition.Charge), Proration.Of(Request, Days));
        var isWhole = ChargeOf(condition.Charge) is Charge.Demand { Terms.Basis: not DemandBasis.Daily };
        decimal Limit(decimal limit) => isWhole ? limit : proration.LimitOf(limit, ChargePer.Month);
        return (condition.Above is not { } above || billed > Limit(above))
            && (condition.UpTo is not { } upTo || billed <= Limit(upTo));
    }

    /// <summary>
    /// Whether a price is times the use that another charge bills, which is of these days already and is not cut by
    /// them again.
    /// </summary>
    public bool IsOfUse(Factor? times, ChargePer per) =>
        per is ChargePer.Bill or ChargePer.Month && times?.Charge is { } code && ChargeOf(code) is Charge.Usage;

    /// <summary>How many times a price applies; null after a reason was added.</summary>
    public decimal? TimesOf(Factor? factor, string code)
    {
        if (factor is null)
            return 1m;
        if (factor.Charge is { } billed)
            return BilledBy(billed);
        if ((factor.Number ?? Settings.NumberOf(factor.Option ?? "")) is { } number)
            return number;
        Holds.Add("option-missing", $"Charge {code} needs the contract's setting {factor.Option}.");
        return null;
    }

    /// <summary>How a line names a selection.</summary>
    public static string Named(ChargeSelection selection)
    {
        var of = selection.Of.IsEmpty ? "all before" : string.Join(", ", selection.Of);
        return selection.Except.IsEmpty ? of : $"{of} except {string.Join(", ", selection.Except)}";
    }
}
