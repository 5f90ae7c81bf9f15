using BillingActors.Domain.Accounts;
using BillingActors.Domain.Transfers;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;
using static BillingActors.Domain.Tests.Transfers.SampleTransfers;

namespace BillingActors.Domain.Tests.Transfers;

public sealed class TransferSettlingTests
{
    private static readonly Account Sent = Sender.After(Send(Sender, Start()));

    [Fact]
    public void What_has_arrived_is_done_once()
    {
        AssertOnce<AccountEvent.TransferCompleted>(Sent, a => TransferSettling.Decide(a, "t-1", null, Day(4, 2)));

        var after = Sent.After(TransferSettling.Decide(Sent, "t-1", null, Day(4, 2)));
        Assert.Null(after.TransferWaitsSince);
        AssertRefused(
            TransferRefusals.TransferSettled, TransferSettling.Decide(after, "t-1", "account-closed", Day(4, 2)));
    }

    [Fact]
    public void What_was_refused_comes_back_as_it_was_once()
    {
        AssertOnce<AccountEvent.TransferReturned>(
            Sent, a => TransferSettling.Decide(a, "t-1", "account-closed", Day(4, 9)));

        var after = Sent.After(TransferSettling.Decide(Sent, "t-1", "account-closed", Day(4, 9)));
        Assert.Equal(Holdings(Sender), Holdings(after));
        Assert.Equal("account-closed", after.TransferOut("t-1")!.Code);
        AssertRefused(TransferRefusals.TransferSettled, TransferSettling.Decide(after, "t-1", null, Day(4, 9)));
    }

    [Fact]
    public void An_unknown_transfer_is_refused() =>
        AssertRefused(TransferRefusals.TransferUnknown, TransferSettling.Decide(Sent, "t-2", null, Day(4, 2)));
}
