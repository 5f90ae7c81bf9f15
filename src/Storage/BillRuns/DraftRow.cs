using System.Text.Json;
using BillingActors.Domain.BillRuns;
using BillingActors.Domain.Invoicing;
using BillingActors.Storage.Json;

namespace BillingActors.Storage.BillRuns;

/// <summary>A draft as its row holds it: what is counted and summed in columns, the rest as a body.</summary>
internal sealed record DraftRow(BillDraft Draft, string Outcome, long NetMinor, long TaxMinor, string Sums, byte[] Body)
{
    /// <summary>Prefix of the key of a net by tariff.</summary>
    public const string TariffPrefix = "tariff/";

    /// <summary>Prefix of the key of a tax by code.</summary>
    public const string TaxPrefix = "tax/";

    public static DraftRow Of(BillDraft draft) => new(
        draft,
        EnumWords<DraftOutcome>.Of(draft.Outcome),
        draft.Plan?.Net.Minor ?? 0,
        draft.Plan?.Tax.Minor ?? 0,
        draft.Plan is { } plan ? SumsOf(plan) : "{}",
        RunJson.Write(new DraftBody(draft.Holds, draft.Plan)));

    /// <summary>The state of a worklist row that this draft ends, or null where the account is held.</summary>
    public string? Resolution => Draft.Outcome switch
    {
        DraftOutcome.Held => null,
        DraftOutcome.Skipped => "skipped",
        _ => "fixed",
    };

    private static string SumsOf(InvoicePlan plan)
    {
        var sums = new SortedDictionary<string, long>(StringComparer.Ordinal);
        foreach (var share in plan.Revenue)
            Add(TariffPrefix + share.TariffId, share.NetMinor);
        foreach (var tax in plan.Taxes)
            Add(TaxPrefix + tax.Code, tax.Amount.Minor);
        return JsonSerializer.Serialize(sums, RunJsonContext.Default.SortedDictionaryStringInt64);

        void Add(string key, long minor) => sums[key] = sums.GetValueOrDefault(key) + minor;
    }
}
