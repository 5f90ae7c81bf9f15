using System.Globalization;
using BillingActors.Domain.BillRuns;
using BillingActors.Domain.Invoicing;
using BillingActors.Domain.Primitives;
using BillingActors.Domain.Rating;
using BillingActors.Domain.Tax;
using NodaTime;
using Period = BillingActors.Domain.Primitives.Period;

namespace BillingActors.Storage.Tests.BillRuns;

/// <summary>Events and drafts of bill runs.</summary>
internal static class Runs
{
    public static readonly Currency Euro = Currency.Of("EUR");

    public static readonly Period Month = new(new LocalDate(2025, 1, 1), new LocalDate(2025, 2, 1));

    public static readonly RunCounts Nothing = new(0, 0, 0, 0, 0, 0, 0, [], []);

    public static CommandContext Context(string actor = "ada", string? reason = null) => new(
        "cmd-" + Guid.NewGuid().ToString("N"), new Actor(ActorKind.Person, actor), "api",
        Instant.FromUtc(2025, 2, 1, 8, 0),
        reason);

    public static RunEvent Planned(string entityId, string cycleId) =>
        new RunEvent.Planned(entityId, cycleId, Month, [], [new RunPartition(0, "", "")], 3, true);

    public static BillDraft Draft(string runId, string key, DraftOutcome outcome, InvoicePlan? plan = null) => new(
        runId, key, 3, -7, "ab12", outcome,
        outcome == DraftOutcome.Held
            ? [new HoldReason("no-read", "No read for M-1."), new HoldReason("high-use", "3 times.")]
            : [],
        plan);

    public static InvoicePlan Plan(params (string Tariff, long Net, string TaxCode, long Tax)[] parts) => new(
        Month,
        [.. parts.Select(part => Line(part.Tariff, part.Net))],
        [.. parts.Select(part => new TaxLine(part.TaxCode, "Tax", 19m, Of(part.Net), Of(part.Tax)))],
        [.. parts.Select(part => new RevenueShare(part.Tariff, part.Net))],
        [new ContractBilled("CT-1", Month, [], [])],
        ["CH-1"],
        Of(parts.Sum(part => part.Net)),
        Of(parts.Sum(part => part.Tax)));

    public static string Key(string entityId, int number) =>
        entityId + "/A" + number.ToString("D3", CultureInfo.InvariantCulture);

    private static RatedLine Line(string tariff, long net) => new(
        "CT-1", "energy", "Energie für Straße", Month, 312.25m, "kWh", 0.2931m, net / 100m, Of(net), null, "peak",
        tariff + "@3", "standard", new LineSource("intervals", "E1 2025-01-01..2025-02-01", "IMP-1"));

    private static Money Of(long minor) => new(minor, Euro);
}
