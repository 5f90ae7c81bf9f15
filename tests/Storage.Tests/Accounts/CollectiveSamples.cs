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
        ["child-bills-taken-with-fee"] = new AccountEvent.ChildBillsTaken(
            "collective.20250215", [new ChildBill("A-1", 8, "R-1.fee", 350, 0) { IsFee = true }], [], Day),
        ["fee-charged-to-parent"] = new AccountEvent.FeeCharged("fee.1", "reconnection", 2500, Day, Day, "O-1")
        {
            ParentId = "A-0",
        },
        ["interest-charged-to-parent"] = new AccountEvent.InterestCharged(
            "interest-2025-02-28", Day, Day, 365, [new("A-1-7", "INV-00000042", [], 18)])
        {
            ParentId = "A-0",
        },
        ["return-fee-charged-to-parent"] = new AccountEvent.ReturnFeeCharged("R-1.fee", "R-1", 350, Day, Day)
        {
            ParentId = "A-0",
        },
        ["collective-ended"] = new AccountEvent.CollectiveEnded(null, Day),
        ["collective-ended-with-successor"] = new AccountEvent.CollectiveEnded("A-9", Day),
        ["collective-emptied"] = new AccountEvent.CollectiveEmptied(Day),
        ["collective-passed"] = new AccountEvent.CollectivePassed(Day, Day.PlusMonths(1)),
    };
}
