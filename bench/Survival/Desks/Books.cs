using System.Collections.Immutable;
using System.Text.Json;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Survival.Desks;

/// <summary>Enters the books through the front door: master data, contracts, and a read for every month.</summary>
internal static class Books
{
    private const string TariffId = "home";

    /// <summary>
    /// Enters all of it and waits until every record has its effect; the second person publishes the prices.
    /// </summary>
    public static async Task Enter(
        BookSettings books, Caller desk, Caller second, CancellationToken cancellation)
    {
        await Put(desk, $"legal-entities/{BookSettings.EntityId}", new LegalEntityRecord(
            BookSettings.EntityId, "Survival Energy", BookSettings.Currency, "Europe/Berlin", "DE000", "Street 1",
            "INV", NeedsSecondPerson: false), cancellation);
        await Put(desk, $"bill-cycles/{BookSettings.CycleId}", new BillCycleRecord(
            BookSettings.CycleId, BookSettings.EntityId, "Monthly", 1, 1, [], 5, 0, 0, HoldZeroUse: false),
            cancellation);
        await Put(desk, $"tariffs/{TariffId}/draft", Tariff(books.HasCalls), cancellation);
        await second.Insist(
            new Order(HttpMethod.Post, $"v1/tariffs/{TariffId}/draft/publish", "set-up-publish")
            {
                Reason = "first prices",
                Version = 1,
            },
            cancellation);
        await HandIn(desk, "contracts.csv", BookFiles.Contracts(books, TariffId), cancellation);
        await HandIn(desk, "reads.csv", BookFiles.Reads(books), cancellation);
    }

    private static TariffDocument Tariff(bool hasCalls)
    {
        ImmutableArray<ChargeDocument> charges =
        [
            new ChargeDocument.Fixed("base", "Base price", "standard", "month", 9.90m),
            new ChargeDocument.Usage("energy", "Energy", "standard", "import", "kWh", new PriceDocument.Flat(0.2871m)),
        ];
        if (hasCalls)
        {
            charges = charges.Add(new ChargeDocument.Calls(
                "voice", "Calls", "standard", "call", "minute",
                [new CallRateDocument("all", Price: 0.09m, Increment: 1)],
                Destinations: [new CallDestinationDocument("all", [BookSettings.Prefix])]));
        }
        var version = new TariffVersionDocument(
            1, BookSettings.Begin(-12), charges, Taxes: [new("VAT", "Value added tax", 19m, ["standard"])]);
        return new TariffDocument(TariffId, "Home", BookSettings.Currency, [version], "Europe/Berlin");
    }

    private static Task<Answer> Put(Caller desk, string path, object record, CancellationToken cancellation) =>
        desk.Insist(
            new Order(HttpMethod.Put, $"v1/{path}?validFrom=1970-01-01", "set-up-" + path, record) { IsNew = true },
            cancellation);

    private static async Task HandIn(Caller desk, string name, byte[] file, CancellationToken cancellation)
    {
        var answer = await desk.Insist(
            new Order(HttpMethod.Post, $"v1/imports?fileName={name}", "set-up-" + name) { File = file }, cancellation);
        var import = JsonSerializer.Deserialize<ImportView>(answer.Body, WireJson.Options)!;
        var done = await desk.Until<ImportView>(
            $"v1/imports/{import.ImportId}", view => view.State is "done" or "refused", cancellation);
        if (done.State == "refused" || done.StoredCount != done.RecordCount)
            throw new RefusedException($"{name}: {done}");
    }
}
