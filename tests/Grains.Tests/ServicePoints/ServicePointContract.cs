using BillingActors.Grains.Interfaces.Accounts;
using BillingActors.Grains.Interfaces.Commands;
using BillingActors.Grains.Interfaces.Imports;
using BillingActors.Grains.Tests.Engine;

namespace BillingActors.Grains.Tests.ServicePoints;

/// <summary>No two accounts have a service point on one day, by command and by file, over every database.</summary>
public abstract class ServicePointContract(BillingEngine engine)
{
    private const string Taken = "service-point-taken";

    private static readonly DateOnly March = new(2025, 3, 1);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Of_accounts_that_want_a_service_point_at_once_one_has_it()
    {
        var desk = await Opened(6);

        var replies = await Task.WhenAll(Enumerable.Range(1, 6).Select(i => Start(desk, i, Desk.January)));

        Desk.Succeeded(Assert.Single(replies, reply => reply.Problem is null));
        Assert.All(replies.Where(reply => reply.Problem is not null), r => Assert.Equal(Taken, r.Problem!.Code));
        Assert.Equal(1, await desk.Count("contract", $"service_point_id = '{Point(desk)}' and ends_on is null"));
    }

    [Fact]
    public async Task One_moves_in_on_the_day_the_other_moved_out()
    {
        var desk = await Opened(2);
        Desk.Succeeded(await Start(desk, 1, Desk.January));
        var (end, start) = (Desk.By("clerk"), Desk.By("clerk"));

        Assert.Equal(Taken, (await Start(desk, 2, Desk.February)).Problem?.Code);
        Desk.Succeeded(await desk.Account(1).EndContract(end, new EndContract("K", Desk.February), Cancellation));
        Assert.Equal(Taken, (await Start(desk, 2, Desk.February.AddDays(-1))).Problem?.Code);
        Desk.Succeeded(await Start(desk, 2, Desk.February, start));
        var again = await Start(desk, 2, Desk.February, start);
        var longer = await desk.Account(1).EndContract(Desk.By("clerk"), new EndContract("K", March), Cancellation);

        Assert.Equal((true, Taken), (again.IsReplay, longer.Problem?.Code));
    }

    [Fact]
    public async Task A_refused_start_leaves_the_account_as_it_was_and_may_be_tried_again()
    {
        var desk = await Opened(2);
        Desk.Succeeded(await Start(desk, 1, Desk.January));
        var before = await desk.Account(2).View(Cancellation);
        var envelope = Desk.By("clerk");

        Assert.Equal(Taken, (await Start(desk, 2, Desk.February, envelope)).Problem?.Code);
        Assert.Equal(before!.Version, (await desk.Account(2).View(Cancellation))!.Version);
        Desk.Succeeded(await desk.Account(1).EndContract(
            Desk.By("clerk"), new EndContract("K", Desk.February), Cancellation));
        Desk.Succeeded(await Start(desk, 2, Desk.February, envelope));
    }

    [Fact]
    public async Task A_file_that_gives_a_service_point_twice_gives_it_once()
    {
        var desk = await Desk.Open(engine);

        var first = await desk.Import(desk.Contract(0), AtPointOf0(desk, 1), desk.Contract(2));
        var second = await desk.Import(AtPointOf0(desk, 3));

        Assert.Equal((2, 1), (first.StoredCount, first.RejectedCount));
        Assert.Equal((0, 1), (second.StoredCount, second.RejectedCount));
        Assert.Null(await desk.Account(1).View(Cancellation));
        Assert.Equal(2, await desk.Count(
            "worklist", $"import_id in ('{first.ImportId}', '{second.ImportId}') and code = '{Taken}'"));
        Assert.Equal(1, await desk.Count("contract", $"service_point_id = '{desk.PointOf(0)}'"));
    }

    [Fact]
    public async Task A_file_has_one_account_move_out_and_another_move_in_on_a_day()
    {
        var desk = await Desk.Open(engine);
        var contract = desk.Contract(0).Contract!;
        var leaving = new ImportItem(Contract: contract with { EndsOn = Desk.February });
        var coming = AtPointOf0(desk, 1).Contract! with { StartsOn = Desk.February };

        var import = await desk.Import(leaving, new ImportItem(Contract: coming));

        Assert.Equal((2, 0), (import.StoredCount, import.RejectedCount));
    }

    [Fact]
    public async Task A_file_and_a_command_race_and_one_has_the_service_point()
    {
        var desk = await Opened(1);
        var entry = desk.Contract(2).Contract! with
        {
            ServicePointId = Point(desk),
            MeterSerial = desk.Contract(0).Contract!.MeterSerial,
        };

        var (import, reply) = (desk.Import(new ImportItem(Contract: entry)), Start(desk, 1, Desk.January));
        await Task.WhenAll(import, reply);

        Assert.Equal((await import).RejectedCount == 1, (await reply).Problem is null);
        Assert.Equal(1, await desk.Count("contract", $"service_point_id = '{Point(desk)}' and ends_on is null"));
    }

    // A service point that nobody has any more, because its contract lasted a day long ago, and accounts without any.
    private async Task<Desk> Opened(int count)
    {
        var desk = await Desk.Open(engine);
        var past = desk.Contract(0).Contract! with
        {
            StartsOn = Desk.January.AddYears(-1),
            EndsOn = Desk.January.AddYears(-1).AddDays(1),
        };
        Assert.Equal(1, (await desk.Import(new ImportItem(Contract: past))).StoredCount);
        var open = new OpenAccount($"{desk.EntityId}-C0000", "AUD", desk.CycleId, 14, Desk.January);
        for (var i = 1; i <= count; i++)
            Desk.Succeeded(await desk.Account(i).Open(Desk.By("clerk"), open, Cancellation));
        return desk;
    }

    private static string Point(Desk desk) => desk.PointOf(0);

    private static Task<Reply<Receipt>> Start(Desk desk, int account, DateOnly from, CommandEnvelope? by = null) =>
        desk.Account(account).StartContract(
            by ?? Desk.By("clerk"), new StartContract("K", Point(desk), desk.TariffId, from, null), Cancellation);

    private static ImportItem AtPointOf0(Desk desk, int account) => new(Contract: desk.Contract(account).Contract! with
    {
        ServicePointId = desk.PointOf(0),
        MeterSerial = desk.Contract(0).Contract!.MeterSerial,
    });
}
