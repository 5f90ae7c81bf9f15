using System.Collections.Immutable;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Domain.Tax;
using BillingActors.Domain.Tax.Places;
using BillingActors.Domain.Tax.Terms;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Grains.Interfaces.Tax;
using BillingActors.Grains.Mapping.Subscriptions;
using NodaTime;

namespace BillingActors.Grains.Mapping;

/// <summary>Taxes, jurisdictions and placements, wire → domain; only what has no problems comes through.</summary>
public static class TaxMapping
{
    private static readonly ImmutableArray<Setting> JurisdictionSettings =
        [TaxSettings.Rounding, TaxSettings.RoundingMode, TaxSettings.Straddle, TaxSettings.InclusiveRounding];

    /// <summary>The jurisdiction, or all problems with their paths in the record.</summary>
    public static (TaxJurisdiction? Jurisdiction, ImmutableArray<TariffProblem> Problems) ToDomain(
        TaxJurisdictionRecord record)
    {
        var reading = new TariffReading();
        var settings = RecurringReading.Settings(record.Settings, "settings", reading);
        foreach (var name in settings.Given.Keys.Where(name => JurisdictionSettings.All(known => known.Name != name)))
            reading.Add($"settings/{name}", "unknown-setting", $"{name} is no setting of a jurisdiction.");
        var jurisdiction = new TaxJurisdiction(
            record.Id,
            record.Name,
            [.. Listed(record.Taxes).Select((tax, i) => RuleOf(tax, $"taxes/{i}", reading))])
        {
            Terms = TaxTerms.Of(settings),
            ReverseCharge = record.ReverseCharge is { } reverse ? ReverseOf(reverse, reading) : null,
        };
        var problems = reading.Problems.IsEmpty ? TaxRuleValidation.ProblemsOf(jurisdiction) : reading.Problems;
        return (problems.IsEmpty ? jurisdiction : null, problems);
    }

    /// <summary>Places of supply, in their order.</summary>
    public static ImmutableArray<TaxPlacement> PlacesOf(ImmutableArray<TaxPlacementRecord>? places) =>
        [.. Listed(places).Select(place =>
            new TaxPlacement(place.Jurisdiction, DayOf(place.ValidFrom), DayOf(place.ValidUntil)))];

    internal static TaxRule RuleOf(TaxDocument tax, string path, TariffReading reading) =>
        new(tax.Code, tax.Text, tax.Percent, Listed(tax.Categories), tax.IncludesTaxesBefore)
        {
            Reason = reading.OneOf(
                tax.Reason,
                $"{path}/reason",
                ("standard", TaxReason.Standard),
                ("zero-rated", TaxReason.ZeroRated),
                ("exempt", TaxReason.Exempt),
                ("outside-scope", TaxReason.OutsideScope)) ?? TaxReason.Standard,
            ValidFrom = DayOf(tax.ValidFrom),
            ValidUntil = DayOf(tax.ValidUntil),
            PerUnit = tax.PerUnit,
            Unit = tax.Unit,
            OfTaxes = Listed(tax.OfTaxes),
            Over = tax.Over,
            UpTo = tax.UpTo,
        };

    internal static LocalDate? DayOf(DateOnly? day) => day is { } known ? LocalDate.FromDateOnly(known) : null;

    internal static ImmutableArray<T> Listed<T>(ImmutableArray<T>? listed) => Listed(listed ?? []);

    internal static ImmutableArray<T> Listed<T>(ImmutableArray<T> listed) => listed.IsDefault ? [] : listed;

    private static ReverseCharge ReverseOf(ReverseChargeRecord record, TariffReading reading) => new(
        Listed(record.Categories),
        record.Text,
        Listed(record.NumberPrefixes),
        reading.OneOf(record.Supplier, "reverseCharge/supplier", ("abroad", false), ("any", true)) ?? false,
        record.CheckDaysMax);
}
