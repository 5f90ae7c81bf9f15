using BillingActors.Domain.Accounts;
using BillingActors.Domain.Credits;
using BillingActors.Domain.Ledger;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Credits.SampleItems;

namespace BillingActors.Domain.Tests.Ledger;

public sealed class CreditPostingsTests
{
    private static readonly ItemShare Share = ItemShare.Of(Owing.OpenItems[0], Eur(100));

    [Fact]
    public void Whatever_is_lowered_or_written_off_is_booked_to_roles_of_the_chart()
    {
        AccountEvent[] booked =
        [
            .. Enum.GetValues<AdjustmentKind>()
                .Select(kind => new AccountEvent.ItemAdjusted("adj-1", kind, "courtesy", Day(4, 1), Share)),
            .. Enum.GetValues<WriteOffKind>()
                .Select(kind => new AccountEvent.ItemsWrittenOff("wo-1", kind, "small", Day(4, 1), [Share], Taxes)),
            new AccountEvent.WriteOffRecovered("rec-1", "wo-1", Day(4, 1), [Share], Taxes),
        ];

        Assert.All(
            booked.SelectMany(happened => PostingRules.EntryOf(happened, Euro)!.Postings),
            posting => Assert.True(ChartOfAccounts.Default.Knows(posting.LedgerAccount), posting.LedgerAccount));
    }
}
