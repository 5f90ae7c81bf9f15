using System.Collections.Immutable;
using BillingActors.Domain.Tariffs.Calls.Buckets;
using BillingActors.Domain.Tariffs.Prices;
using BillingActors.Domain.Tariffs.Settings;
using BillingActors.Domain.Tax;
using BillingActors.Domain.Tax.Terms;
using NodaTime;

namespace BillingActors.Domain.Tariffs;

/// <summary>
/// Finds everything that would make a tariff rate wrongly, or not at all, before any bill depends on it.
/// </summary>
public static class TariffValidation
{
    /// <summary>The problems in the order of the document; none for a tariff that may be used.</summary>
    public static ImmutableArray<TariffProblem> ProblemsOf(Tariff tariff)
    {
        var problems = new ProblemList();
        if (string.IsNullOrWhiteSpace(tariff.Id))
            problems.Add("id", "required", "A tariff has an id.");
        if (tariff.Versions.IsEmpty)
            problems.Add("versions", "no-versions", "A tariff has at least one version.");
        CheckDates(tariff.Versions, problems);
        for (var i = 0; i < tariff.Versions.Length; i++)
        {
            CheckVersion(tariff, tariff.Versions[i], $"versions/{i}", problems);
            SeriesValidation.Check(tariff.Versions[i], tariff.Zone, $"versions/{i}", problems);
        }
        for (var i = 0; i < tariff.Versions.Length; i++)
        {
            var path = $"versions/{i}/buckets";
            new BucketValidation(tariff.Versions[i], tariff.Currency.Code, path, problems).Check();
        }
        return problems.ToImmutable();
    }

    private static void CheckDates(ImmutableArray<TariffVersion> versions, ProblemList problems)
    {
        var ordered = versions.Select((version, index) => (Version: version, Path: $"versions/{index}"))
            .OrderBy(entry => entry.Version.ValidFrom).ToList();
        var numbers = new HashSet<int>();
        LocalDate? covered = null;
        for (var i = 0; i < ordered.Count; i++)
        {
            var (version, path) = ordered[i];
            if (version.Number < 1 || !numbers.Add(version.Number))
                problems.Add($"{path}/number", "version-number", "Numbers count from 1 and are used once.");
            if (version.ValidUntil <= version.ValidFrom)
                problems.Add($"{path}/validUntil", "ends-before-start", "A version has at least one day.");
            if (i > 0 && (covered > version.ValidFrom || ordered[i - 1].Version.ValidFrom == version.ValidFrom))
                problems.Add($"{path}/validFrom", "overlap", $"{version.ValidFrom:uuuu-MM-dd} has two versions.");
            if (i > 0 && covered < version.ValidFrom)
                problems.Add($"{path}/validFrom", "gap", $"No version is valid from {covered:uuuu-MM-dd} on.");
            covered = version.ValidUntil;
        }
    }

    private static void CheckVersion(Tariff tariff, TariffVersion version, string path, ProblemList problems)
    {
        var leavesTaxes = tariff.Settings.Of(TaxSettings.Source) == TaxSource.Jurisdiction;
        var calendars = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < version.Calendars.Length; i++)
        {
            if (!calendars.Add(version.Calendars[i].Id))
            {
                problems.Add(
                    $"{path}/calendars/{i}/id", "duplicate-calendar", $"{version.Calendars[i].Id} is there twice.");
            }
            CalendarValidation.Check(version.Calendars[i], $"{path}/calendars/{i}", problems);
        }
        if (version.Charges.IsEmpty)
            problems.Add($"{path}/charges", "no-charges", "A version charges at least one thing.");
        for (var i = 0; i < version.Charges.Length; i++)
        {
            new ChargeValidation(version, i, $"{path}/charges/{i}", problems) { LeavesTaxes = leavesTaxes }.Check();
        }
        TaxRuleValidation.Check(version.Taxes, $"{path}/taxes", problems);
    }
}
