using BillingActors.Formats.Tariffs;
using BillingActors.Formats.Urdb.Reading;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Formats.Urdb.Charges;

/// <summary>
/// What a rate does with energy that is fed in: it sets it against use (net metering), or pays for it at the sell rates
/// (net billing; buy all, sell all). Where sell rates are told, they are paid.
/// </summary>
internal sealed class UrdbGeneration(UrdbFields fields, UrdbEnergy energy, VersionDraft draft)
{
    private const string Field = "dgrules";
    private const string Code = "net-metering";

    private bool IsNetMetering =>
        fields.Word(Field) == "netmetering" || fields.Word("usenetmetering") == "true";

    /// <summary>
    /// Adds net metering, which stands before the use it is set against; answers its code, or null where there is none.
    /// </summary>
    public string? AddNetting()
    {
        if (!IsNetMetering || energy.HasSellRates)
            return null;
        draft.Charges.Add(new ChargeDocument.NetMetering(
            Code, "Net metering", VersionDraft.Untaxed, "energy", Calendar: energy.CalendarId, Unit: "kWh"));
        return Code;
    }

    /// <summary>Adds what is paid for what is fed in.</summary>
    public void AddSale()
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
