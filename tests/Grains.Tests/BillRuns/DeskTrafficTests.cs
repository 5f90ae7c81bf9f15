using BillingActors.Grains.BillRuns;
using Microsoft.Extensions.Options;

namespace BillingActors.Grains.Tests.BillRuns;

/// <summary>How large a page of a run may be beside the desk.</summary>
public sealed class DeskTrafficTests
{
    private readonly Watch _watch = new();
    private readonly DeskTraffic _desk;

    public DeskTrafficTests() => _desk = new DeskTraffic(
        Options.Create(new GrainsOptions
        {
            RunPageSize = 250,
            RunPageSizeBesideDesk = 40,
            BusyDeskLookUps = 10,
        }),
        _watch);

    [Fact]
    public void A_run_that_is_alone_takes_large_pages() => Assert.Equal(250, _desk.PageSize());

    [Theory]
    [InlineData(9, 250)]
    [InlineData(10, 40)]
    public void So_many_questions_within_a_second_make_pages_small(int asked, int size)
    {
        Ask(asked);

        Assert.Equal(size, _desk.PageSize());
    }

    [Fact]
    public void A_second_that_was_busy_counts_until_the_next_is_over()
    {
        Ask(10);
        _watch.Pass(1.0);
        var after = _desk.PageSize();
        _watch.Pass(0.5);
        var inBetween = _desk.PageSize();
        _watch.Pass(0.5);

        Assert.Equal((40, 40, 250), (after, inBetween, _desk.PageSize()));
    }

    [Fact]
    public void What_was_asked_over_several_seconds_counts_for_each_of_them()
    {
        Ask(30);
        _watch.Pass(4.0);

        Assert.Equal(250, _desk.PageSize());
    }

    [Fact]
    public void A_page_beside_the_desk_is_never_larger_than_one_alone()
    {
        var desk = new DeskTraffic(
            Options.Create(new GrainsOptions { RunPageSize = 20, BusyDeskLookUps = 1 }), _watch);
        desk.Count();

        Assert.Equal(20, desk.PageSize());
    }

    private void Ask(int times)
    {
        for (var i = 0; i < times; i++)
            _desk.Count();
    }

    private sealed class Watch : TimeProvider
    {
        private long _ticks;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public override long GetTimestamp() => _ticks;

        public void Pass(double seconds) => _ticks += TimeSpan.FromSeconds(seconds).Ticks;
    }
}
