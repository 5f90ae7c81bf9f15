using System.Collections.Immutable;
using BillingActors.Domain.Tariffs;
using BillingActors.Domain.Tax.Reliefs;
using BillingActors.Grains.Interfaces.Tax;
using NodaTime;

namespace BillingActors.Grains.Mapping;

/// <summary>The tax status of a customer, wire → domain.</summary>
public static class TaxProfileMapping
{
    private const int NumberLengthMax = 64;

    /// <summary>What is wrong with a record, with paths in it; nothing with one that may be used.</summary>
    public static ImmutableArray<TariffProblem> ProblemsOf(TaxProfileRecord record)
    {
        var reading = new TariffReading();
        CheckPlaces(record.Places, "places", reading);
        var exemptions = TaxMapping.Listed(record.Exemptions);
        for (var i = 0; i < exemptions.Length; i++)
            Check(exemptions[i], $"exemptions/{i}", reading);
        foreach (var twice in exemptions.GroupBy(one => one.Id, StringComparer.Ordinal).Where(same => same.Count() > 1))
            reading.Add("exemptions", "duplicate-exemption", $"{twice.Key} is there twice.");
        if (record.VatNumber is { } number)
            Check(number, reading);
        return reading.Problems;
    }

    /// <summary>The status as far as it is for one of the customer's accounts; null: for all.</summary>
    public static TaxProfile ToDomain(this TaxProfileRecord record, string? accountId) => new(
        TaxMapping.PlacesOf(record.Places),
        [.. TaxMapping.Listed(record.Exemptions)
            .Where(one => one.AccountId is null || accountId is null || one.AccountId == accountId)
            .Select(ToDomain)],
        record.VatNumber is { } number
            ? new VatNumber(number.Number, [.. TaxMapping.Listed(number.Checks).Select(check =>
                new VatCheck(LocalDate.FromDateOnly(check.On), AnswerOf(check.Answer)!.Value, check.Reference))])
            : null);

    internal static void CheckPlaces(
        ImmutableArray<TaxPlacementRecord>? places, string path, TariffReading reading)
    {
        var listed = TaxMapping.Listed(places);
        for (var i = 0; i < listed.Length; i++)
        {
            if (string.IsNullOrWhiteSpace(listed[i].Jurisdiction))
                reading.Add($"{path}/{i}/jurisdiction", "required", "A place names its tax jurisdiction.");
            if (listed[i].ValidUntil <= (listed[i].ValidFrom ?? DateOnly.MinValue))
                reading.Add($"{path}/{i}/validUntil", "ends-before-start", "A place has at least one day.");
        }
    }

    private static void Check(TaxExemptionRecord one, string path, TariffReading reading)
    {
        if (string.IsNullOrWhiteSpace(one.Id))
            reading.Add($"{path}/id", "required", "A certificate has an id.");
        if (string.IsNullOrWhiteSpace(one.Reason))
            reading.Add($"{path}/reason", "required", "A certificate has a reason for the customer.");
        if (string.IsNullOrWhiteSpace(one.Number) || one.Number.Length > NumberLengthMax)
            reading.Add($"{path}/number", "required", "A certificate has a number of 1 to 64 characters.");
        if (one.ValidUntil <= one.ValidFrom)
            reading.Add($"{path}/validUntil", "ends-before-start", "A certificate has at least one day.");
        if (one.SharePercent is <= 0 or > 100)
            reading.Add($"{path}/sharePercent", "out-of-range", "A certificate frees more than 0 to 100 percent.");
    }

    private static void Check(VatNumberRecord number, TariffReading reading)
    {
        if (string.IsNullOrWhiteSpace(number.Number) || number.Number.Length > NumberLengthMax)
            reading.Add("vatNumber/number", "required", "A number has 1 to 64 characters.");
        var checks = TaxMapping.Listed(number.Checks);
        for (var i = 0; i < checks.Length; i++)
        {
            if (AnswerOf(checks[i].Answer) is null)
            {
                reading.Add($"vatNumber/checks/{i}/answer", "unknown-word",
                    $"\"{checks[i].Answer}\" is not valid, invalid or unavailable.");
            }
        }
    }

    private static VatAnswer? AnswerOf(string word) => word switch
    {
        "valid" => VatAnswer.Valid,
        "invalid" => VatAnswer.Invalid,
        "unavailable" => VatAnswer.Unavailable,
        _ => null,
    };

    private static TaxExemption ToDomain(TaxExemptionRecord one) => new(
        one.Id,
        one.Jurisdiction,
        one.Reason,
        LocalDate.FromDateOnly(one.ValidFrom),
        TaxMapping.DayOf(one.ValidUntil))
    {
        SharePercent = one.SharePercent ?? 100m,
        Categories = TaxMapping.Listed(one.Categories),
        Taxes = TaxMapping.Listed(one.Taxes),
    };
}
