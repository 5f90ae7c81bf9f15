using System.Globalization;
using BillingActors.Comparison;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Grains.Interfaces.Tariffs;
using BillingActors.Load.Books;
using BillingActors.Load.Machine;

namespace BillingActors.Load.Usage;

/// <summary>Accounts with a tariff of calls by destination; it has the prices that everybody is compared by.</summary>
internal sealed class UsageBook(int accountCount)
{
    private const string CycleId = "calls";
    private const string TariffId = "mobile";

    /// <summary>Key of an account, from 1; those after the last are for warming up.</summary>
    public static string AccountKey(int number) => $"{BookData.EntityId}/{AccountId(number)}";

    /// <summary>The contract of an account.</summary>
    public static string ContractId(string accountKey) => "K" + accountKey[(BookData.EntityId.Length + 1)..];

    public async Task SetUp(BenchHost host, CancellationToken cancellation)
    {
        var entry = new BookEntry(host);
        foreach (var (key, content) in MasterData())
            await entry.Put(key, content, cancellation);
        await entry.Import(
            CycleId,
            accountCount,
            [number => new(Contract: BookData.Contract(AccountId(number), CycleId, TariffId, number))],
            cancellation);
    }

    private static IEnumerable<(string Key, MasterContent Content)> MasterData()
    {
        yield return BookData.Entity();
        yield return BookData.BillCycle(CycleId);
        yield return BookData.Tariff(
            TariffId,
            [
                new ChargeDocument.Calls(
                    "voice", "Calls", "standard", "call", "minute",
                    [
                        .. Prices.Destinations.Select(one => new CallRateDocument(
                            one.Prefix, Price: one.PerMinute, Increment: 1, Connect: Prices.Connect)),
                    ],
                    Destinations:
                    [
                        .. Prices.Destinations.Select(one => new CallDestinationDocument(one.Prefix, [one.Prefix])),
                    ]),
            ]);
    }

    private static string AccountId(int number) => string.Create(CultureInfo.InvariantCulture, $"A{number:D8}");
}
