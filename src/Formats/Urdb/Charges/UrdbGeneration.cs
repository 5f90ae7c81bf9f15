using BillingActors.Formats.Tariffs;
using BillingActors.Formats.Urdb.Reading;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Formats.Urdb.Charges;

/// <summary>
/// What a rate does with energy that is fed in: it sets it against use (net metering), or pays for it at the sell rates
/// (net billing; buy all, sell all). Where sell rates are told, they are paid, unless the options say otherwise.
/// </summary>
internal sealed class UrdbGeneration(UrdbFields fields, UrdbOptions options, UrdbEnergy energy, VersionDraft draft)
{
    private const string Field = "dgrules";
    private const string Code = "net-metering";
    private const string Unit = "kWh";

    private bool IsNetMetering =>
        fields.Word(Field) == "netmetering" || fields.Word("usenetmetering") == "true";

    /// <summary>
    /// Adds net metering, which stands before the use it is set against; answers its code, or null where there is none.
    /// </summary>
    public string? AddNetting()
    {
        switch (options.Generation)
        {
            case UrdbGenerationRule.AsPublished when IsNetMetering && !energy.HasSellRates:
            case UrdbGenerationRule.EnergyBank:
                return AddNetting(null);
            // Prices by the hour are netted hour by hour, by the price itself.
            case UrdbGenerationRule.MoneyBank when !energy.IsHourly:
                return AddNetting("use-price");
            default:
                return null;
        }
    }

    /// <summary>Adds what is paid for what is fed in.</summary>
    public void AddSale()
    {
        switch (options.Generation)
        {
            case UrdbGenerationRule.MoneyBank:
                energy.AddHourlySale(draft);
                draft.Charges.Add(new ChargeDocument.NetMetering(
                    "net-credits", "Credits of net metering", VersionDraft.Untaxed, "money", Unit: Unit));
                break;
            case UrdbGenerationRule.FeedIn when options.FeedInPrice is { } price:
                UrdbEnergy.AddSale(draft, new PriceDocument.Flat(price));
                break;
            case UrdbGenerationRule.FeedIn:
                AddPublishedSale();
                break;
            case UrdbGenerationRule.AsPublished:
                AddAsPublished();
                break;
        }
    }

    private string? AddNetting(string? excess)
    {
        if (energy.IsHourly)
        {
            fields.Refuse(
                UrdbYearPrices.Field, "netted-by-hour", "What is netted over a bill has no price by the hour.");
            return null;
        }
        draft.Charges.Add(new ChargeDocument.NetMetering(
            Code, "Net metering", VersionDraft.Untaxed, "energy", Calendar: energy.CalendarId, Unit: Unit,
            Excess: excess));
        return Code;
    }

    private void AddPublishedSale()
    {
        if (energy.HasSellRates)
            energy.AddSale(draft);
        else
            Note("the file has no sell rates, so nothing is paid for what is fed in.");
    }

    private void AddAsPublished()
    {
        if (energy.HasSellRates)
        {
            if (IsNetMetering)
                Note("the file has sell rates, so they are paid for all that is fed in.");
            energy.AddSale(draft);
        }
        else if (fields.Has(Field) && !IsNetMetering)
        {
            var isKnown = fields.Word(Field) is "netbillinginstantaneous" or "netbillinghourly" or "buyallsellall";
            var why = isKnown ? "the file has no sell rates" : $"\"{fields.Text(Field)}\" is no known rule";
            Note($"{why}, so nothing is paid for what is fed in.");
        }
    }

    private void Note(string sentence) => fields.Findings.Note($"{fields.PathOf(Field)}: {sentence}");
}
