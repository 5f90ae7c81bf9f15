using BillingActors.Domain.Accounts;
using BillingActors.Domain.Collectives;
using BillingActors.Domain.Invoicing;
using NodaTime;

namespace BillingActors.Storage.Tests.Accounts;

/// <summary>One event of each kind of parents and children, for their golden files.</summary>
internal static class CollectiveSamples
{
    private static readonly LocalDate Day = new(2025, 1, 31);

    private static readonly TaxShare Vat = new("VAT", 19m, 6000, 1140);

    public static IEnumerable<KeyValuePair<string, AccountEvent>> All => new Dictionary<string, AccountEvent>(
        StringComparer.Ordinal)
    {
        ["collective-started"] = new AccountEvent.CollectiveStarted(15, Day, Day.PlusDays(15)),
        ["parent-joined"] = new AccountEvent.ParentJoined("A-0", Day),
        ["parent-left"] = new AccountEvent.ParentLeft("A-0", Day),
        ["child-bills-taken"] = new AccountEvent.ChildBillsTaken(
            "collective.20250215", [new ChildBill("A-1", 7, "INV-00000042", 6000, 1140)], [Vat], Day),
        ["collective-billed"] = new AccountEvent.CollectiveBilled(
            "collective.20250215", Day, Day.PlusDays(14), Day.PlusMonths(1), 1, 6000, 1140, [Vat]),
        ["collective-passed"] = new AccountEvent.CollectivePassed(Day, Day.PlusMonths(1)),
    };
}
