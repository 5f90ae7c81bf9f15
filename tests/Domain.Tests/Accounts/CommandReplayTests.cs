using BillingActors.Domain.Accounts;
using static BillingActors.Domain.Tests.Accounts.SampleAccount;

namespace BillingActors.Domain.Tests.Accounts;

public sealed class CommandReplayTests
{
    [Fact]
    public void A_command_that_never_came_is_no_replay() =>
        Assert.Equal((false, null), CommandReplay.Check(Open.Receipt("never"), "hash"));

    [Fact]
    public void The_same_command_is_a_replay() =>
        Assert.Equal((true, null), CommandReplay.Check(new CommandReceipt("command-1", "hash", 3, null), "hash"));

    [Fact]
    public void The_same_id_with_other_content_is_refused() =>
        Assert.Equal(
            (false, Refusals.IdReused),
            CommandReplay.Check(new CommandReceipt("command-1", "hash", 3, null), "other"));
}
