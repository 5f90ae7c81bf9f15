using BillingActors.Storage;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>
/// Kills on an SQLite file: the same code over another store, so that one place of a release, and another step of a
/// transfer than on PostgreSQL, are enough every time.
/// </summary>
[Trait("Group", "Kill")]
public sealed class SqliteKillTests(SqliteMarket market) : KillContract(market), IClassFixture<SqliteMarket>
{
    private const string OfTransfer = CrashPoints.AfterCommitBeforeReply + ":2";

    public static IEnumerable<TheoryDataRow<string, string>> Places() => IsThorough
        ?
        [
            .. Each("release", Rounds(EveryReleasePoint)), .. Each("calculation", Rounds(CrashPoints.BetweenPages)),
            .. Each("collective bill", CollectivePlaces), new("transfer", OfTransfer),
            .. MoreOfTransfers.Select(static place => new TheoryDataRow<string, string>("transfer", place)),
        ]
        : [.. Each("release", Rounds(CrashPoints.AfterWriteBeforeCommit)), new("transfer", OfTransfer)];

    [Theory, MemberData(nameof(Places))]
    public Task What_was_killed_goes_on_and_has_its_effect_once(string what, string crashAt) => what switch
    {
        "release" => Release(crashAt),
        "calculation" => Calculate(crashAt),
        "collective bill" => Collect(crashAt),
        _ => Transfer(crashAt),
    };

    private static IEnumerable<TheoryDataRow<string, string>> Each(string what, TheoryDataRow<string>[] places) =>
        places.Select(place => new TheoryDataRow<string, string>(what, place.Data));
}
