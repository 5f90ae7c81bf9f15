using System.Collections.Immutable;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tax.Places;
using BillingActors.Domain.Tax.Terms;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Domain.Tax.Working;

/// <summary>Finds which taxes stand for a line, day of supply by day of supply.</summary>
internal sealed class TreatmentFinding(TaxRequest request, HoldList holds)
{
    private const string Untaxed = "none";
    private readonly TaxStanding _standing = request.Standing;
    private readonly ReliefFinding _reliefs = new(request.Standing);
    private ((VersionTaxes?, string, string, string, LocalDate) Kind, TaxTreatment Treatment)? _last;

    /// <summary>The line, or its parts where its days are not taxed alike.</summary>
    public IEnumerable<TaxPiece> PiecesOf(RatedLine line)
    {
        var version = VersionOf(line);
        var changes = ChangesIn(line, version);
        if (changes.Count == 0)
            return [new TaxPiece(line, On(line, version, line.Period.From), PricesOf(line, version), 1m)];
        var spans = new List<(Period Days, TaxTreatment Treatment)>();
        foreach (var days in Cut(line.Period, changes))
        {
            var treatment = On(line, version, days.From);
            if (spans.Count > 0 && spans[^1].Treatment.IsSame(treatment))
                spans[^1] = (new Period(spans[^1].Days.From, days.Until), treatment);
            else
                spans.Add((days, treatment));
        }
        var prices = PricesOf(line, version);
        var straddle = spans[0].Treatment.Terms.Straddle;
        if (spans.Count == 1 || straddle != TaxStraddle.ByDays)
        {
            var one = straddle == TaxStraddle.LastDay ? spans[^1] : spans[0];
            return [new TaxPiece(line, one.Treatment, prices, 1m)];
        }
        var parts = LineCutting.Cut(line, spans.ConvertAll(static span => span.Days));
        return parts.Select((part, i) => new TaxPiece(
            part, spans[i].Treatment, prices, (decimal)part.Period.Days / line.Period.Days));
    }

    private static TaxPrices PricesOf(RatedLine line, VersionTaxes? version) =>
        line.IncludesTax ? TaxPrices.Inclusive : version?.Prices ?? TaxPrices.Exclusive;

    private VersionTaxes? VersionOf(RatedLine line)
    {
        foreach (var version in request.Versions)
        {
            if (version.TariffVersion == line.TariffVersion)
                return version;
        }
        Invariant.Holds(line.TariffVersion.Length == 0, "the tax rules of each line's tariff version are given");
        return null;
    }

    // Lines of one invoice mostly are of one kind and begin on one day: what stood for the last stands for the next.
    private TaxTreatment On(RatedLine line, VersionTaxes? version, LocalDate day)
    {
        var kind = (version, line.TaxCategory, line.Unit, line.ContractId, day);
        if (_last is { } last && last.Kind == kind)
            return last.Treatment;
        var found = Find(line, version, day);
        // Whoever adds a reason to hold names the line, so it is asked again for each.
        _last = holds.Any ? null : (kind, found);
        return found;
    }

    private TaxTreatment Find(RatedLine line, VersionTaxes? version, LocalDate day)
    {
        var places = _standing.PlacesOn(line.ContractId, day);
        if (!places.IsEmpty)
            return InPlaces(line, places, day);
        ImmutableArray<TaxRule> rules = version?.Rules ?? [];
        var taxes = rules.Where(rule => rule.IsValidOn(day))
            .Select(rule => Applied(rule, (null, version!.Terms), line, day)).ToImmutableArray();
        // A tariff's own taxes name all its categories; one without any leaves them to a jurisdiction, and there is
        // none.
        var isLeft = rules.IsEmpty && line.TariffVersion.Length > 0;
        if (isLeft || rules.Any(rule => rule.Categories.Contains(line.TaxCategory, StringComparer.Ordinal)))
            MustBeKnown(line, day, rules, $"tariff {line.TariffVersion}");
        return new TaxTreatment(taxes);
    }

    private TaxTreatment InPlaces(RatedLine line, ImmutableArray<string> places, LocalDate day)
    {
        var taxes = ImmutableArray.CreateBuilder<AppliedTax>();
        foreach (var place in places)
        {
            if (_standing.Jurisdiction(place) is not { } jurisdiction)
            {
                holds.Add("tax-jurisdiction-unknown", $"The tax jurisdiction {place} is not known.");
                return new TaxTreatment([]);
            }
            taxes.AddRange(jurisdiction.Rules.Where(rule => rule.IsValidOn(day))
                .Select(rule => Applied(rule, (jurisdiction, jurisdiction.Terms), line, day)));
        }
        MustBeKnown(line, day, taxes.Select(tax => tax.Rule), string.Join(", ", places));
        return new TaxTreatment(taxes.ToImmutable());
    }

    private AppliedTax Applied(
        TaxRule rule, (TaxJurisdiction? Jurisdiction, TaxTerms Terms) of, RatedLine line, LocalDate day)
    {
        var applies = rule.IsOn(line.TaxCategory, line.Unit);
        var relief = applies ? _reliefs.Of(rule, of.Jurisdiction, line.TaxCategory, day) : null;
        return new AppliedTax(rule, of.Jurisdiction?.Id, of.Terms, applies, relief);
    }

    // A line must not go untaxed unseen: that nothing is due is a rule of its own.
    private void MustBeKnown(RatedLine line, LocalDate day, IEnumerable<TaxRule> rules, string where)
    {
        if (line.TaxCategory != Untaxed
            && !rules.Any(rule => rule.IsValidOn(day)
                && rule.Categories.Contains(line.TaxCategory, StringComparer.Ordinal)))
        {
            holds.Add("tax-unknown",
                $"No tax of {where} is for category {line.TaxCategory} of {line.Code} on {day:uuuu-MM-dd}.");
        }
    }

    // Days inside the line's period on which its taxes may change, in order; mostly none.
    private List<LocalDate> ChangesIn(RatedLine line, VersionTaxes? version)
    {
        var changes = new List<LocalDate>();
        if (line.Period.Days == 1)
            return changes;
        foreach (var rule in version?.Rules ?? [])
        {
            Add(rule.ValidFrom);
            Add(rule.ValidUntil);
        }
        if (!_standing.IsNone)
        {
            foreach (var day in ChangesOf(line))
                Add(day);
        }
        changes.Sort();
        return changes;

        void Add(LocalDate? day)
        {
            if (day is { } change && line.Period.From < change && change < line.Period.Until
                && !changes.Contains(change))
                changes.Add(change);
        }
    }

    private IEnumerable<LocalDate> ChangesOf(RatedLine line)
    {
        var places = _standing.PlacesOf(line.ContractId).SelectMany(static list => list).ToList();
        var jurisdictions = places.Select(place => place.Jurisdiction).Distinct(StringComparer.Ordinal)
            .Select(_standing.Jurisdiction).OfType<TaxJurisdiction>().ToList();
        return places.SelectMany(place => new[] { place.From, place.Until }).OfType<LocalDate>()
            .Concat(jurisdictions.SelectMany(one => DaysOf(one.Rules)))
            .Concat(_reliefs.Changes(jurisdictions));
    }

    private static IEnumerable<LocalDate> DaysOf(ImmutableArray<TaxRule> rules) =>
        rules.SelectMany(rule => new[] { rule.ValidFrom, rule.ValidUntil }).OfType<LocalDate>();

    private static IEnumerable<Period> Cut(Period days, List<LocalDate> changes)
    {
        var from = days.From;
        foreach (var day in changes)
        {
            yield return new Period(from, day);
            from = day;
        }
        yield return new Period(from, days.Until);
    }
}
