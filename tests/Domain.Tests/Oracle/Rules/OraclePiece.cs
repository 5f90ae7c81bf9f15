using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tests.Oracle.Rules.Clocks;

namespace BillingActors.Domain.Tests.Oracle.Rules;

/// <summary>The days of one version while the oracle works on them.</summary>
internal sealed class OraclePiece(OracleContext context, DaySpan days, TariffVersion version)
{
    private readonly int _first = context.Lines.Count;

    public OracleContext Context { get; } = context;

    public DaySpan Days { get; } = days;

    public TariffVersion Version { get; } = version;

    /// <summary>Counts of tiers that charges of a group share.</summary>
    public Dictionary<(string Group, string Period), Rational> Groups { get; } = [];

    /// <summary>What netting left of taken and delivered energy, by charge and days.</summary>
    public Dictionary<(string Charge, DaySpan Days), (Rational[] Import, Rational[] Export)> Netted { get; } = [];

    public IEnumerable<OracleLine> Lines => Context.Lines.Skip(_first);

    public HourPlan? PlanOf(string? id) =>
        id is null ? null : HourPlan.Of(Version.Calendars.First(calendar => calendar.Id == id));

    /// <summary>The runs of days on which a charge applies.</summary>
    public IEnumerable<DaySpan> DaysOf(ChargeHead head) => Days.Runs(day =>
        (head.ValidFrom is not { } from || DaySpan.NumberOf(from) <= day)
        && (head.ValidUntil is not { } until || day < DaySpan.NumberOf(until))
        && (head.Yearly.IsEmpty || head.Yearly.Any(span => IsIn(span, DateOnly.FromDayNumber(day)))));

    /// <summary>Adds a line that pays out what a true-up left.</summary>
    public void PayOut(ChargeHead head, DaySpan days, Rational quantity, Rational exact, string? period = null)
    {
        Add(head, days, quantity, exact, null, period);
        Context.Lines[^1] = Context.Lines[^1] with { IsPaidOut = true };
    }

    public void Add(ChargeHead head, DaySpan days, Rational quantity, Rational exact, string? tier = null,
        string? period = null) =>
        Context.Lines.Add(new OracleLine(head.Code, days, quantity, exact)
        {
            Minor = exact.InUnitsOf(Context.Request.Currency.Exponent),
            Tier = tier,
            TimeOfUse = period,
            TaxCategory = head.TaxCategory,
            TariffVersion = $"{Context.Request.Tariff.Id}@{Version.Number}",
        });

    /// <summary>Rounded amounts of the lines before that count, cut by days.</summary>
    public Rational SumOf(ChargeSelection selection, DaySpan days, Func<OracleLine, bool> counts)
    {
        var minor = 0L;
        foreach (var line in Lines)
        {
            var isNamed = selection.Of.IsEmpty || selection.Of.Contains(line.Code);
            if (isNamed && !selection.Except.Contains(line.Code) && counts(line))
                minor += line.Minor;
        }
        return InMoney(minor) * days.Count / Days.Count;
    }

    /// <summary>The same of exact amounts.</summary>
    public Rational ExactSumOf(ChargeSelection selection, DaySpan days, Func<OracleLine, bool> counts) =>
        Rational.Sum(Lines.Where(counts).Where(line => !selection.Except.Contains(line.Code)
            && (selection.Of.IsEmpty || selection.Of.Contains(line.Code))).Select(static line => line.Exact))
            * days.Count / Days.Count;

    public Rational InMoney(long minor) =>
        (Rational)minor / (long)Math.Pow(10, Context.Request.Currency.Exponent);

    private static bool IsIn(Domain.Tariffs.Metered.AnnualSpan span, DateOnly day)
    {
        var at = (day.Month, day.Day);
        var (from, until) = ((span.From.Month, span.From.Day), (span.Until.Month, span.Until.Day));
        return from.CompareTo(until) < 0
            ? at.CompareTo(from) >= 0 && at.CompareTo(until) < 0
            : at.CompareTo(from) >= 0 || at.CompareTo(until) < 0;
    }
}
