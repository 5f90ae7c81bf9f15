using System.Collections.Immutable;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Interfaces.MasterData;
using BillingActors.Grains.Interfaces.Tariffs;

namespace BillingActors.Load.Books;

/// <summary>
/// What all books to measure with have in common: a legal entity, cycles, tariffs and their contracts.
/// </summary>
internal static class BookData
{
    /// <summary>The legal entity.</summary>
    public const string EntityId = "bench";

    /// <summary>First day of the books.</summary>
    public static readonly DateOnly From = new(2025, 6, 1);

    public static (string Key, MasterContent Content) Entity() => (
        $"legal-entity/{EntityId}",
        new(LegalEntity: new(
            EntityId, "Bench Energy", "EUR", "Europe/Berlin", "DE000", "Bench", "INV", NeedsSecondPerson: false)));

    public static (string Key, MasterContent Content) BillCycle(string id) =>
        ($"bill-cycle/{id}", new(BillCycle: new(id, EntityId, id, 1, 1, [], 5, 0, 0, HoldZeroUse: false)));

    public static (string Key, MasterContent Content) Tariff(string id, ImmutableArray<ChargeDocument> charges)
    {
        var version = new TariffVersionDocument(
            1, From.AddYears(-1), charges, Taxes: [new("VAT", "Value added tax", 19m, ["standard"])]);
        return ($"tariff/{id}", new(Tariff: new(id, id, "EUR", [version], "Europe/Berlin")));
    }

    /// <summary>A customer with an account, a contract and a meter with one register.</summary>
    public static ContractEntry Contract(string accountId, string cycleId, string tariffId, int line) => new(
        EntityId,
        $"C{accountId}",
        $"Customer {accountId}",
        null,
        null,
        null,
        accountId,
        cycleId,
        14,
        $"K{accountId}",
        tariffId,
        From,
        null,
        $"P{accountId}",
        $"M{accountId}",
        "register",
        "11",
        "kWh",
        "import",
        0,
        0,
        6,
        1m,
        line);
}
