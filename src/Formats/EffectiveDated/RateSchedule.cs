using System.Globalization;
using System.Text.Json;
using BillingActors.Formats.Tariffs;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Formats.EffectiveDated;

/// <summary>One file: components by season and hour, riders on all use, the baseline credit, the base charge.</summary>
internal sealed class RateSchedule(
    TomlTables tables, string path, EffectiveDatedOptions options, ImportFindings findings)
{
    private const string Hours = "hours";
    private const string EnergyUnit = "kWh";
    private const string Otherwise = "off_peak";
    private static readonly string[] SeasonNames = ["summer", "winter"];

    private readonly VersionDraft _draft = new();

    /// <summary>The version in force from the day.</summary>
    public TariffVersionDocument ToVersion(DateOnly from)
    {
        var seasons = SeasonsOf();
        if (seasons is not null)
        {
            AddBaseCharge();
            AddComponents(seasons);
            AddRiders();
            AddBaseline(seasons);
            AddDiscount();
        }
        var version = _draft.ToVersion(from, null);
        return tables.Value("", "source_url") is { } source ? version with { Notes = [source] } : version;
    }

    private void AddBaseCharge()
    {
        const string Table = "base_services_charge";
        if (!tables.Table(Table).Any())
            return;
        if (tables.Value(Table, "unit") != "USD/day")
            findings.Refuse($"{path}/{Table}/unit", "unit-unknown", "The base charge is per day.");
        _draft.Charges.Add(new ChargeDocument.Fixed(
            "base-services", "Base services charge", VersionDraft.Untaxed, "day", Number(Table, options.BaseCharge)));
    }

    private void AddComponents(int[] seasons)
    {
        var periods = new List<string> { Otherwise };
        periods.AddRange(
            tables.Table("periods").Where(static hours => hours.Value.StartsWith("[[", StringComparison.Ordinal))
            .Select(static hours => hours.Key));
        var plan = PlanOf(seasons, periods);
        var components =
            tables.Under("energy").SelectMany(table => tables.Table(table)).Select(static component => component.Key);
        foreach (var component in components.Distinct(StringComparer.Ordinal).Where(IsPaid))
        {
            var prices = plan.Periods().ToDictionary(
                static period => period,
                PriceDocument (period) => new PriceDocument.Flat(Number(
                    $"energy.{SeasonNames[period / periods.Count]}.{periods[period % periods.Count]}", component)));
            AddUse(component, _draft.PriceOf(Hours, plan, prices, period =>
                $"{SeasonNames[period / periods.Count]}-{Kebab(periods[period % periods.Count])}"));
        }
    }

    private YearPlan PlanOf(int[] seasons, List<string> periods)
    {
        var plan = new YearPlan();
        for (var month = 0; month < YearPlan.Months; month++)
        {
            var first = seasons[month] * periods.Count;
            foreach (var (index, period) in periods.Index().Skip(1))
                ClaimHours(plan, month, period, first + index);
            for (var day = 0; day < YearPlan.DaysOfWeek; day++)
            {
                for (var hour = 0; hour < 24; hour++)
                {
                    if (plan.Day(month, day)[hour * 60] == YearPlan.Free)
                        plan.Claim((month, day), hour * 60, (hour + 1) * 60, first);
                }
            }
        }
        return plan;
    }

    private void ClaimHours(YearPlan plan, int month, string period, int number)
    {
        using var hours = JsonDocument.Parse(tables.Value("periods", period)!);
        var days = tables.Value("periods", $"{period}_weekdays_only") == "true"
            ? YearPlan.Weekdays.Length
            : YearPlan.DaysOfWeek;
        foreach (var span in hours.RootElement.EnumerateArray())
        {
            for (var day = 0; day < days; day++)
            {
                if (!plan.Claim((month, day), span[0].GetInt32() * 60, span[1].GetInt32() * 60, number))
                    findings.Refuse(
                        $"{path}/periods/{period}", "hours-overlap", "Another period has some of these hours.");
            }
        }
    }

    private void AddRiders()
    {
        foreach (var rider in tables.Table("adders").Where(rider => IsPaid(rider.Key)))
        {
            var price = Number("adders", rider.Key);
            if (price != 0m)
                AddUse(rider.Key, new PriceDocument.Flat(price));
        }
    }

    // The credit is for what is used within the baseline of the days, whatever the hour.
    private void AddBaseline(int[] seasons)
    {
        if (tables.Value("", "has_baseline") != "true")
            return;
        var plan = new YearPlan();
        for (var month = 0; month < YearPlan.Months; month++)
        {
            for (var day = 0; day < YearPlan.DaysOfWeek; day++)
                plan.Claim((month, day), 0, YearPlan.MinutesPerDay, seasons[month]);
        }
        var (quantities, credit) =
            ($"baseline.quantities.{options.Heating}.{options.Territory}", Number("baseline", "credit"));
        var prices =
            plan.Periods().ToDictionary(static season => season, PriceDocument (season) => new PriceDocument.Tiers(
            "day", [new TierDocument(-credit, Number(quantities, SeasonNames[season])), new TierDocument(0m)]));
        AddUse("baseline_credit", _draft.PriceOf("seasons", plan, prices, static season => SeasonNames[season]));
    }

    private void AddDiscount()
    {
        if (options.Discount != 0m)
        {
            _draft.Charges.Add(new ChargeDocument.Percentage(
                "program", "Program discount", VersionDraft.Untaxed, options.Discount * -100m));
        }
    }

    private void AddUse(string component, PriceDocument price) => _draft.Charges.Add(new ChargeDocument.Usage(
        Kebab(component), TextOf(component), VersionDraft.Untaxed, "import", EnergyUnit, price));

    private bool IsPaid(string component) => !options.Exempt.Contains(component, StringComparer.Ordinal);

    // Summer and winter by month; they begin and end with a month.
    private int[]? SeasonsOf()
    {
        var (from, until) = (DayOf("summer_start"), DayOf("summer_end"));
        if (from is (var first, 1) && until is (var last, var end) && end == DateTime.DaysInMonth(2001, last))
            return [.. Enumerable.Range(1, YearPlan.Months).Select(month => month >= first && month <= last ? 0 : 1)];
        findings.Refuse($"{path}/seasons", "months-invalid", "Summer is whole months, such as 06-01 to 09-30.");
        return null;
    }

    private (int Month, int Day)? DayOf(string key) =>
        DateOnly.TryParseExact(
            $"2001-{tables.Value("seasons", key)}", "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None,
                out var day)
            ? (day.Month, day.Day)
            : null;

    private decimal Number(string table, string key)
    {
        if (TomlTables.Number(tables.Value(table, key)) is { } number)
            return number;
        findings.Refuse($"{path}/{table.Replace('.', '/')}/{key}", "number-invalid", "A number is required here.");
        return 0m;
    }

    private static string Kebab(string name) => name.Replace('_', '-');

    private static string TextOf(string name) => $"{char.ToUpperInvariant(name[0])}{name[1..].Replace('_', ' ')}";
}
