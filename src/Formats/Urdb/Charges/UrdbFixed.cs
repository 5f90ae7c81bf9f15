using BillingActors.Formats.Tariffs;
using BillingActors.Formats.Urdb.Reading;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Formats.Urdb.Charges;

/// <summary>What a rate charges whatever is used, and what a bill comes to at least.</summary>
internal sealed class UrdbFixed(UrdbFields fields, VersionDraft draft)
{
    private const string FirstMeter = "fixedchargefirstmeter";
    private const string FurtherMeter = "fixedchargeeaaddl";
    private const string LeastCharge = "mincharge";
    private const string LeastOfYear = "annualmincharge";

    /// <summary>Adds the fixed charge.</summary>
    public void AddFixed()
    {
        if (fields.Number(FurtherMeter) is { } further && further != 0m)
            fields.Findings
                .Note($"{fields.PathOf(FurtherMeter)}: {further} for each meter but the first; one is billed.");
        if (fields.Number(FirstMeter) is { } price && price != 0m && SpanOf("fixedchargeunits") is { } per)
            draft.Charges.Add(new ChargeDocument.Fixed("fixed", "Fixed charge", VersionDraft.Untaxed, per, price));
    }

    /// <summary>Adds the minimum; it stands behind all that counts towards it.</summary>
    public void AddMinimum()
    {
        if (fields.Number(LeastCharge) is { } least && least > 0m && SpanOf("minchargeunits") is { } per)
            Add("minimum", "Minimum charge", per, least);
        if (fields.Number(LeastOfYear) is { } ofYear && ofYear > 0m)
            Add("annual-minimum", "Annual minimum charge", "year", ofYear);
    }

    private void Add(string code, string text, string per, decimal amount) =>
        draft.Charges.Add(new ChargeDocument.Minimum(
            code, text, VersionDraft.Untaxed, per, amount, TrueUp: per == "year"));

    private string? SpanOf(string field)
    {
        switch (fields.Word(field).TrimStart('$').TrimStart('/'))
        {
            case "" or "month" or "permonth" or "monthly":
                return "month";
            case "day" or "perday" or "daily":
                return "day";
            case "year" or "peryear" or "annual":
                return "year";
            default:
                fields.Refuse(field, "unit-unknown", $"\"{fields.Text(field)}\" is not $/day, $/month or $/year.");
                return null;
        }
    }
}
