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

    /// <summary>Adds the charge for what is fed in, if there is one.</summary>
    public void Add()
    {
        var isNetMetering = fields.Word(Field) == "netmetering" || fields.Word("usenetmetering") == "true";
        if (energy.HasSellRates)
        {
            if (isNetMetering)
                fields.Findings
                    .Note($"{fields.PathOf(Field)}: the file has sell rates, so they are paid for all that is fed in.");
            energy.AddSale(draft);
        }
        else if (isNetMetering)
        {
            draft.Charges.Add(new ChargeDocument.NetMetering(
                "net-metering", "Net metering", VersionDraft.Untaxed, "energy", 0m, Calendar: energy.CalendarId));
        }
        else if (fields.Has(Field))
        {
            NoteUnpaid();
        }
    }

    private void NoteUnpaid()
    {
        var isKnown = fields.Word(Field) is "netbillinginstantaneous" or "netbillinghourly" or "buyallsellall";
        var why = isKnown ? "the file has no sell rates" : $"\"{fields.Text(Field)}\" is no known rule";
        fields.Findings.Note($"{fields.PathOf(Field)}: {why}, so nothing is paid for what is fed in.");
    }
}
