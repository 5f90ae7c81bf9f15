using System.Globalization;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tests.Oracle.Rules.Clocks;

namespace BillingActors.Domain.Tests.Oracle.Rules;

/// <summary>One bill while the oracle works on it.</summary>
internal sealed class OracleContext
{
    private readonly Dictionary<string, string> _settings = new(StringComparer.Ordinal);

    public OracleContext(RatingRequest request, OracleState state)
    {
        (Request, State) = (request, state);
        (Cycle, Service) = (DaySpan.Of(request.Cycle), DaySpan.Of(request.Service));
        foreach (var (name, text) in request.Tariff.Settings.Given.Concat(request.Settings.Given))
            _settings[name] = text;
        Zone = ZoneRules.Of((request.Tariff.Zone ?? request.Zone).Id);
        Meter = new OracleMeter(request.Usage, Zone);
    }

    public RatingRequest Request { get; }

    public OracleState State { get; }

    public DaySpan Cycle { get; }

    public DaySpan Service { get; }

    public ZoneRules Zone { get; }

    public OracleMeter Meter { get; }

    public List<OracleLine> Lines { get; } = [];

    /// <summary>What demand charges bill, by charge and period, as far as it is known.</summary>
    public Dictionary<(string Charge, string? Period), Rational> Billed { get; } = [];

    /// <summary>Peaks of this bill, for the state afterwards.</summary>
    public Dictionary<(string Charge, DaySpan Days, string? Period), Rational> Peaks { get; } = [];

    /// <summary>Demands in events of this bill, for the state afterwards.</summary>
    public Dictionary<(string Charge, int Day, int Minute), Rational> Events { get; } = [];

    /// <summary>The text of a setting, or its documented default.</summary>
    public string Word(string name, string standard) => _settings.GetValueOrDefault(name, standard);

    /// <summary>The number of a setting, or null.</summary>
    public Rational? Number(string name) => _settings.TryGetValue(name, out var text)
        ? (Rational)decimal.Parse(text, CultureInfo.InvariantCulture)
        : null;

    /// <summary>A quantity as the multiple that the settings of its name ask for.</summary>
    public Rational ToStep(string name, Rational quantity)
    {
        if (Number($"{name}-step") is not { } step)
            return quantity;
        var steps = quantity / step;
        return step * Word($"{name}-rounding", "nearest") switch
        {
            "up" => new Rational(steps.Ceiling(), 1),
            "down" => new Rational(steps.Floor(), 1),
            _ => steps.Round(0),
        };
    }

    public Rational Times(Domain.Tariffs.Metered.Factor? factor) => factor switch
    {
        null => 1,
        { Number: { } number } => number,
        _ => Number(factor.Option!)!.Value,
    };

    /// <summary>The highest demand that a charge bills in any period so far; null where it bills none.</summary>
    public Rational? BilledBy(string charge)
    {
        var known = Billed.Where(entry => entry.Key.Charge == charge).Select(static entry => entry.Value).ToList();
        return known.Count > 0 ? known.Max() : null;
    }

    /// <summary>The days of each version in the service days.</summary>
    public IEnumerable<(DaySpan Days, TariffVersion Version)> Pieces()
    {
        var versions = Request.Tariff.Versions.OrderBy(version => version.ValidFrom).ToList();
        foreach (var days in versions.Select((version, i) => (
            From: DaySpan.NumberOf(version.ValidFrom),
            Until: i + 1 < versions.Count ? DaySpan.NumberOf(versions[i + 1].ValidFrom) : int.MaxValue,
            Version: version)))
        {
            var (from, until) = (Math.Max(days.From, Service.From), Math.Min(days.Until, Service.Until));
            if (from < until)
                yield return (new DaySpan(from, until), days.Version);
        }
    }
}
