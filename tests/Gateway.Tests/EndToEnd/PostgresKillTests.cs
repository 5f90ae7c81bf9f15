using BillingActors.Storage;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>Kills on PostgreSQL: every named point of a run, every time, and one step of a transfer.</summary>
[Trait("Group", "Kill")]
public sealed class PostgresKillTests(PostgresMarket market) : KillContract(market), IClassFixture<PostgresMarket>
{
    public static IEnumerable<TheoryDataRow<string>> Releases() =>
        IsThorough ? Rounds(EveryReleasePoint) : [new TheoryDataRow<string>(EveryReleasePointInTurn)];

    public static IEnumerable<TheoryDataRow<string>> Calculations() => Rounds(CrashPoints.BetweenPages);

    public static IEnumerable<TheoryDataRow<string>> Transfers()
    {
        string[] points = [CrashPoints.AfterCommitBeforeReply + ":3"];
        string[] more = [CrashPoints.AfterCommitBeforeReply + ":2", .. MoreOfTransfers];
        return (IsThorough ? points.Concat(more) : points).Select(point => new TheoryDataRow<string>(point));
    }

    public static IEnumerable<TheoryDataRow<string>> Collections() => CollectivePlaces;

    [Theory, MemberData(nameof(Releases))]
    public Task A_release_that_was_killed_goes_on_and_bills_everybody_once(string crashAt) => Release(crashAt);

    [Theory, MemberData(nameof(Calculations))]
    public Task A_calculation_that_was_killed_goes_on_to_reconciled_and_can_be_billed(string crashAt) =>
        Calculate(crashAt);

    [Theory, MemberData(nameof(Transfers))]
    public Task A_transfer_that_was_killed_between_its_steps_arrives_once(string crashAt) => Transfer(crashAt);

    [Theory, MemberData(nameof(Collections))]
    public Task A_collective_bill_that_was_killed_between_pages_has_every_child_once(string crashAt) =>
        Collect(crashAt);
}
