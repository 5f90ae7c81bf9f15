using System.Collections.Immutable;
using BillingActors.Domain.Tax;
using BillingActors.Domain.Tax.Places;
using BillingActors.Domain.Tax.Reliefs;

namespace BillingActors.Domain.Invoicing;

/// <summary>
/// What of places, tables and tax status goes into the hash of a calculation; nothing, where there are none.
/// </summary>
internal static class TaxHash
{
    public static void Add(HashInput input, TaxStanding standing)
    {
        if (standing.IsNone)
            return;
        Add(input, standing.Established);
        Add(input, standing.Profile);
        foreach (var (contractId, places) in standing.Points)
        {
            input.Add(contractId);
            Add(input, places);
        }
        // A table nobody here is in changes nothing.
        var points = standing.Points.Values.SelectMany(static places => places);
        var named = standing.Established.Concat(standing.Profile.Places).Concat(points)
            .Select(place => place.Jurisdiction).ToHashSet(StringComparer.Ordinal);
        foreach (var jurisdiction in standing.Jurisdictions.Where(known => named.Contains(known.Id))
            .OrderBy(known => known.Id, StringComparer.Ordinal))
            Add(input, jurisdiction);
    }

    private static void Add(HashInput input, ImmutableArray<TaxPlacement> places)
    {
        input.Add(places.Length);
        foreach (var place in places)
        {
            input.Add(place.Jurisdiction);
            input.Add(place.From);
            input.Add(place.Until);
        }
    }

    private static void Add(HashInput input, TaxProfile profile)
    {
        Add(input, profile.Places);
        input.Add(profile.Exemptions.Length);
        foreach (var one in profile.Exemptions)
        {
            input.Add(one.Id);
            input.Add(one.Jurisdiction);
            input.Add(one.Reason);
            input.Add(one.ValidFrom);
            input.Add(one.ValidUntil);
            input.Add(one.SharePercent);
            Add(input, one.Categories);
            Add(input, one.Taxes);
        }
        input.Add(profile.VatNumber?.Number);
        foreach (var check in profile.VatNumber?.Checks ?? [])
        {
            input.Add(check.On);
            input.Add((long)check.Answer);
            input.Add(check.Reference);
        }
    }

    private static void Add(HashInput input, TaxJurisdiction jurisdiction)
    {
        input.Add(jurisdiction.Id);
        input.Add((long)jurisdiction.Terms.Scope);
        input.Add((long)jurisdiction.Terms.Mode);
        input.Add((long)jurisdiction.Terms.Straddle);
        input.Add((long)jurisdiction.Terms.Inclusive);
        input.Add(jurisdiction.Rules.Length);
        foreach (var rule in jurisdiction.Rules)
            Add(input, rule);
        if (jurisdiction.ReverseCharge is not { } reverse)
            return;
        input.Add(reverse.Text);
        input.Add(reverse.IsDomestic ? 1L : 0L);
        input.Add(reverse.CheckDaysMax ?? -1L);
        Add(input, reverse.Categories);
        Add(input, reverse.NumberPrefixes);
    }

    private static void Add(HashInput input, TaxRule rule)
    {
        input.Add(rule.Code);
        input.Add(rule.Text);
        input.Add(rule.Percent);
        input.Add(rule.IncludesTaxesBefore ? 1L : 0L);
        input.Add((long)rule.Reason);
        input.Add(rule.ValidFrom);
        input.Add(rule.ValidUntil);
        input.Add(rule.Unit);
        foreach (var amount in new[] { rule.PerUnit, rule.Over, rule.UpTo })
        {
            input.Add(amount is null ? 0L : 1L);
            input.Add(amount ?? 0m);
        }
        Add(input, rule.Categories);
        Add(input, rule.OfTaxes);
    }

    private static void Add(HashInput input, ImmutableArray<string> texts)
    {
        input.Add(texts.Length);
        foreach (var text in texts)
            input.Add(text);
    }
}
