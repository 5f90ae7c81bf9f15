using System.Collections.Immutable;
using System.Text.Json;
using BillingActors.Formats.Tariffs;
using BillingActors.Formats.Urdb.Charges;
using BillingActors.Formats.Urdb.Reading;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Formats.Urdb;

/// <summary>Turns one rate of the database into a tariff.</summary>
internal sealed class UrdbRate(UrdbFields fields, UrdbOptions options)
{
    private const string Currency = "USD";

    // Tiers are of the use of the month, and each period has its share of every one, as SAM and OpenStudio count.
    private static readonly ImmutableSortedDictionary<string, string> Together =
        ImmutableSortedDictionary<string, string>.Empty.Add("tiers-over", "pro-rata");

    private static readonly string[] Priced =
    [
        "energyratestructure", UrdbYearPrices.Field, "flatdemandstructure", "demandratestructure",
        "coincidentratestructure", "fixedchargefirstmeter", "mincharge",
    ];

    /// <summary>The tariff, or its problems.</summary>
    public static ImportedTariff Read(JsonElement rate, string path, UrdbOptions options)
    {
        var findings = new ImportFindings();
        if (rate.ValueKind != JsonValueKind.Object)
            return ImportedTariff.Refused(path, "rate-invalid", "A rate is an object.");
        return new UrdbRate(new UrdbFields(rate, path, findings), options).Read();
    }

    private ImportedTariff Read()
    {
        var draft = new VersionDraft();
        var energy = AddCharges(draft);
        var (from, until) = UrdbDates.Read(fields, options);
        if (draft.Charges.Count == 0 && !fields.Findings.HasProblems)
            RefuseUnpriced();
        var name = NameOf();
        var findings = fields.Findings;
        if (findings.HasProblems)
            return new ImportedTariff(name, null, findings.Problems, findings.Notes);
        var version = draft.ToVersion(from, until) with { Notes = UrdbRemarks.Read(fields) };
        var settings = energy.CountsTogether ? Together : null;
        var document = new TariffDocument(IdOf(name), name, Currency, [version], options.Zone, settings);
        return new ImportedTariff(name, document, [], findings.Notes);
    }

    private UrdbEnergy AddCharges(VersionDraft draft)
    {
        var fixedPart = new UrdbFixed(fields, draft);
        var energy = new UrdbEnergy(fields, options);
        fixedPart.AddFixed();
        var blocks = new UrdbDemand(fields, options, draft).AddAll(energy.NeedsDemand);
        var generation = options.WithGeneration && options.Generation != UrdbGenerationRule.None
            ? new UrdbGeneration(fields, options, energy, draft)
            : null;
        energy.AddUse(draft, blocks, generation?.AddNetting());
        energy.AddFuel(draft);
        generation?.AddSale();
        fixedPart.AddMinimum();
        return energy;
    }

    private void RefuseUnpriced()
    {
        var detail = Priced.Any(fields.Has)
            ? "All prices of the rate are zero or absent."
            : "The rate has no prices; a listing without detail has none.";
        fields.Findings.Refuse(fields.PathOf("energyratestructure"), "no-rates", detail);
    }

    private string NameOf()
    {
        var parts = new[] { fields.Text("utility"), fields.Text("name") ?? fields.Text("label") };
        var name = string.Join(": ", parts.OfType<string>().Where(static part => part.Length > 0));
        return name.Length > 0 ? name : "Rate without a name";
    }

    private string IdOf(string name)
    {
        if (fields.Text("label") is { Length: > 0 } label)
            return label;
        var letters = name.ToLowerInvariant().Select(static letter => char.IsAsciiLetterOrDigit(letter) ? letter : '-');
        return string.Join('-', string.Concat(letters).Split('-', StringSplitOptions.RemoveEmptyEntries));
    }
}
