using BillingActors.Storage.Accounts;
using BillingActors.Storage.Migrations;
using BillingActors.Storage.Tests.Stores;
using NodaTime;
using static BillingActors.Storage.Tests.Accounts.Turns;

namespace BillingActors.Storage.Tests.Accounts;

/// <summary>A service point belongs to one account at a time, however many want it at once.</summary>
public abstract class OccupancyContract(StoreSet stores) : StoreContract(stores)
{
    private static readonly LocalDate Out = Day.PlusMonths(3);

    private string Point => "SP-" + Id;

    [Fact]
    public async Task Of_many_at_once_one_has_the_service_point_and_of_the_others_nothing_is_stored()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => Try(Open(Key(i), Started("K", Point)))));

        Assert.Single(outcomes, outcome => outcome is null);
        Assert.Equal(11, outcomes.Count(outcome => outcome is ServicePointTakenException));
        Assert.Equal(1, await Sql($"select count(*) from contract where service_point_id = '{Point}'"));
        Assert.Equal(2, await Sql($"select count(*) from account_event where account_key like 'E{Id}/%'"));
    }

    [Fact]
    public async Task Pages_and_single_commits_race_and_one_has_the_service_point()
    {
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => i % 2 == 0
            ? Try(Open(Key(i), Started("K", Point)))
            : TryPage(Open(Key(i), Started("K", Point)))));

        Assert.Single(outcomes, outcome => outcome is null);
        Assert.Equal(1, await Sql($"select count(*) from contract where service_point_id = '{Point}'"));
    }

    [Fact]
    public async Task Neighbours_in_a_flush_are_not_harmed()
    {
        await Append(Open(Key(0), Started("K", Point)));

        var outcomes = await Task.WhenAll(Enumerable.Range(1, 9).Select(i =>
            Try(Open(Key(i), Started("K", i == 5 ? Point : null)))));

        Assert.IsType<ServicePointTakenException>(Assert.Single(outcomes, outcome => outcome is not null));
        Assert.IsType<ServicePointTakenException>(outcomes[4]);
    }

    [Fact]
    public async Task One_moves_in_on_the_day_the_other_moved_out_and_not_a_day_earlier()
    {
        var first = await Append(Open(Key(0), Started("K", Point)));
        Assert.NotNull(await Try(Open(Key(1), Started("K", Point, Out))));

        first = await Append(End(first, Out));
        Assert.NotNull(await Try(Open(Key(1), Started("K", Point, Out.PlusDays(-1)))));
        await Append(Open(Key(1), Started("K", Point, Out)));

        Assert.IsType<ServicePointTakenException>(await Try(End(first, Out.PlusDays(1))));
        await Append(End(first, Out.PlusDays(-1)));
        Assert.Equal(
            [
                new Occupancy(Point, Key(0), "K", Day, Out.PlusDays(-1)),
                new Occupancy(Point, Key(1), "K", Out, null),
            ],
            await Occupied());
    }

    [Fact]
    public async Task A_contract_before_another_needs_an_end()
    {
        await Append(Open(Key(0), Started("K", Point, Out)));

        Assert.IsType<ServicePointTakenException>(await Try(Open(Key(1), Started("K", Point))));
        Assert.Null(await Try(Open(Key(1), Started("K", Point, Day, Out))));
    }

    [Fact]
    public async Task The_days_of_contracts_that_are_there_already_come_from_their_events()
    {
        await Append(Open(Key(0), Started("K", Point, Day, Day.PlusDays(10))));
        var moved = await Append(Open(Key(1), Started("K", Point, Out)));
        moved = await Append(End(moved, Out.PlusDays(7)));
        await Append(End(moved, Out.PlusDays(5)));
        await Append(Open(Key(2), Started("K", Point, Out.PlusDays(5))));
        var before = await Occupied();

        await Sql(WithoutDays);
        await Sql(MigrationScript.Of(Scripts).Single(script => script.Name == "contract_days").Sql);

        Assert.Equal(3, before.Count);
        Assert.Equal(before, await Occupied());
    }

    /// <summary>Name of the database's scripts.</summary>
    protected abstract string Scripts { get; }

    /// <summary>Takes the table back to where it was before it knew days.</summary>
    protected abstract string WithoutDays { get; }

    private async Task<List<Occupancy>> Occupied() =>
        [.. (await Stores.Accounts.ReadOccupied([Point], Cancellation)).OrderBy(one => one.From)];

    private string Key(int account) => $"E{Id}/A{account}";

    private Task<LoadedAccount> Append(AccountCommit commit) => Stores.Accounts.Append(commit, Cancellation);

    private async Task<Exception?> Try(AccountCommit commit) =>
        await Record.ExceptionAsync(() => Stores.Accounts.Append(commit, Cancellation));

    private async Task<Exception?> TryPage(AccountCommit commit) =>
        await Record.ExceptionAsync(() => Stores.Accounts.AppendPage([commit], null, Cancellation));
}
