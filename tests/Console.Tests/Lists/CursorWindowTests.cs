using BillingActors.Gateway.Console.Lists;

namespace BillingActors.Console.Tests.Lists;

public sealed class CursorWindowTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(100)]
    [InlineData(101)]
    [InlineData(250)]
    [InlineData(300)]
    public async Task Scrolling_to_the_end_shows_every_row_once_and_no_more_than_a_page_is_asked_for(int count)
    {
        var list = new NumberList(count);
        var window = list.Open(NumberList.Nobody, new ListQuery());
        var seen = new List<int>();
        ListPiece<int> piece;
        do
        {
            piece = await window.Read(seen.Count, 30, Cancellation);
            Assert.True(piece.Total >= seen.Count + piece.Rows.Length);
            seen.AddRange(piece.Rows);
        }
        while (!piece.IsWhole || seen.Count < piece.Total);

        Assert.Equal(Enumerable.Range(0, count), seen);
        Assert.Equal(count, piece.Total);
        Assert.True(list.AskedMax <= CursorWindow<int>.PageLength + 1);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    [InlineData(1_000_000)]
    public async Task The_last_rows_are_read_once_and_nothing_before_them(int count)
    {
        var list = new NumberList(count);
        var window = list.OpenEnd(NumberList.Nobody, new ListQuery())!;
        var length = Math.Min(count, EndWindow<int>.Length);

        var first = await window.Read(0, 30, Cancellation);
        var last = await window.Read(Math.Max(0, length - 30), 30, Cancellation);

        Assert.Equal((length, length), (first.Total, last.Total));
        Assert.Equal(Enumerable.Range(0, count).TakeLast(length).Take(30), first.Rows);
        Assert.Equal(Enumerable.Range(0, count).TakeLast(30), last.Rows);
        Assert.Equal((1, EndWindow<int>.Length), (list.ReadCount, list.AskedMax));
    }

    [Fact]
    public async Task One_goes_back_without_beginning_anew()
    {
        var list = new NumberList(1000);
        var window = list.Open(NumberList.Nobody, new ListQuery());
        await window.Read(0, 30, Cancellation);
        await window.Read(150, 30, Cancellation);
        await window.Read(250, 30, Cancellation);
        var before = list.ReadCount;

        Assert.Equal(Enumerable.Range(190, 20), (await window.Read(190, 20, Cancellation)).Rows);
        Assert.Equal(before, list.ReadCount);
        await window.Read(350, 30, Cancellation);
        Assert.Equal(Enumerable.Range(0, 20), (await window.Read(0, 20, Cancellation)).Rows);
        Assert.Equal(before + 2, list.ReadCount);
    }
}
