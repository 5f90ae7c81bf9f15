using System.Globalization;
using BillingActors.Domain.Tax.Places;
using BillingActors.Domain.Tax.Reliefs;
using NodaTime;

namespace BillingActors.Domain.Tax.Working;

/// <summary>Finds what frees a customer of a tax on a day of supply.</summary>
internal sealed class ReliefFinding(TaxStanding standing)
{
    /// <summary>Reverse charge first, else the certificate that frees most; null: nothing.</summary>
    public TaxRelief? Of(TaxRule rule, TaxJurisdiction? jurisdiction, string category, LocalDate day)
    {
        if (rule.Reason != TaxReason.Standard)
            return null;
        if (jurisdiction is { ReverseCharge: { } reverse } && IsReversed(jurisdiction.Id, reverse, category, day)
            && CheckOf(reverse, day) is { Answer: VatAnswer.Valid } check)
            return new TaxRelief(TaxReason.ReverseCharge, 100m, reverse.Text, EvidenceOf(check));
        if (standing.Profile.Exemptions.IsEmpty)
            return null;
        var best = standing.Profile.Exemptions
            .Where(one => one.IsValidOn(day) && one.Frees(jurisdiction?.Id ?? "", rule.Code, category))
            .OrderByDescending(one => one.SharePercent).ThenBy(one => one.Id, StringComparer.Ordinal)
            .FirstOrDefault();
        return best is null
            ? null
            : new TaxRelief(TaxReason.CustomerExempt, best.SharePercent, best.Reason, best.Id);
    }

    /// <summary>Days on which an answer may change.</summary>
    public IEnumerable<LocalDate> Changes(IEnumerable<TaxJurisdiction> jurisdictions)
    {
        foreach (var one in standing.Profile.Exemptions)
        {
            yield return one.ValidFrom;
            if (one.ValidUntil is { } until)
                yield return until;
        }
        foreach (var check in standing.Profile.VatNumber?.Checks ?? [])
        {
            yield return check.On;
            foreach (var jurisdiction in jurisdictions)
            {
                if (jurisdiction.ReverseCharge?.CheckDaysMax is { } days)
                    yield return check.On.PlusDays(days + 1);
            }
        }
    }

    private bool IsReversed(string jurisdiction, ReverseCharge reverse, string category, LocalDate day) =>
        reverse.Categories.Contains(category, StringComparer.Ordinal)
        && (reverse.IsDomestic || !standing.IsEstablished(jurisdiction, day))
        && standing.Profile.VatNumber is { } number
        && (reverse.NumberPrefixes.IsEmpty
            || reverse.NumberPrefixes.Any(prefix => number.Number.StartsWith(prefix, StringComparison.Ordinal)));

    private VatCheck? CheckOf(ReverseCharge reverse, LocalDate day) =>
        standing.Profile.VatNumber?.CheckFor(day) is { } check
            && (reverse.CheckDaysMax is not { } days || day <= check.On.PlusDays(days))
            ? check
            : null;

    private static string EvidenceOf(VatCheck check)
    {
        var day = check.On.ToString("uuuu-MM-dd", CultureInfo.InvariantCulture);
        return check.Reference is { } reference ? $"checked {day}, {reference}" : $"checked {day}";
    }
}
