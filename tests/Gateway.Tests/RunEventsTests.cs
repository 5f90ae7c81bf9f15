using System.Net;
using System.Text.Json;
using BillingActors.Gateway.Tests.Fakes;

namespace BillingActors.Gateway.Tests;

public sealed class RunEventsTests : IAsyncLifetime
{
    private const string Events = "/v1/bill-runs/run-1/events";
    private static readonly TimeSpan Poll = TimeSpan.FromMilliseconds(300);
    private GatewayHost _host = null!;

    private FakeRun Run => _host.Behind.Run("run-1");

    public async ValueTask InitializeAsync() => _host = await GatewayHost.Start();

    public ValueTask DisposeAsync() => _host.DisposeAsync();

    [Fact]
    public async Task The_run_comes_first_as_it_stands_then_each_change_and_the_end_closes_the_stream()
    {
        using var reader = await Open();
        Assert.Equal((3, "reconciled"), await Next(reader));
        Move(4, "approved");
        Assert.Equal((4, "approved"), await Next(reader));
        Move(5, "closed");
        Assert.Equal((5, "closed"), await Next(reader));
        Assert.Null(await reader.ReadLineAsync(Http.Cancellation));
    }

    [Fact]
    public async Task A_reader_that_comes_back_gets_only_what_it_missed()
    {
        using (var first = await Open())
            Assert.Equal((3, "reconciled"), await Next(first));
        using var unchanged = await Open("Last-Event-ID: 3");
        Assert.Equal(": resumed", await unchanged.ReadLineAsync(Http.Cancellation));
        Move(9, "approved");
        Assert.Equal((9, "approved"), await Next(unchanged));
        using var behind = await Open("Last-Event-ID: 3");
        Assert.Equal((9, "approved"), await Next(behind));
    }

    [Fact]
    public async Task A_link_dropped_twenty_times_ends_in_the_same_state()
    {
        var last = 0L;
        for (var drop = 0; drop < 20; drop++)
        {
            Move(10 + drop, "approved");
            using var reader = await Open(last == 0 ? [] : [$"Last-Event-ID: {last}"]);
            (last, _) = await Next(reader);
        }
        Assert.Equal(29, last);
    }

    [Fact]
    public async Task Silence_is_broken_by_a_comment()
    {
        using var reader = await Open();
        await Next(reader);
        var line = reader.ReadLineAsync(Http.Cancellation).AsTask();
        while (!line.IsCompleted)
        {
            _host.Behind.Clock.Advance(Poll);
            await Task.Yield();
        }
        Assert.Equal(": still here", await line);
    }

    [Fact]
    public async Task A_reader_that_saw_the_end_is_told_not_to_come_back()
    {
        Move(6, "cancelled");
        using var response = await _host.As("operator").Send("GET", Events, null, "Last-Event-ID: 6");
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
    }

    private void Move(long sequence, string stage) =>
        Run.Now = FakeRun.Sample("run-1") with { Sequence = sequence, Stage = stage };

    private async Task<StreamReader> Open(params string[] headers)
    {
        var response = await _host.As("operator").SendAsync(
            Http.Request("GET", Events, null, headers), HttpCompletionOption.ResponseHeadersRead, Http.Cancellation);
        Assert.Equal("text/event-stream", response.Content.Headers.ContentType?.MediaType);
        return new StreamReader(await response.Content.ReadAsStreamAsync(Http.Cancellation));
    }

    /// <summary>Moves the clock until the next event is there.</summary>
    private async Task<(long Id, string Stage)> Next(StreamReader reader)
    {
        var id = 0L;
        while (true)
        {
            var reading = reader.ReadLineAsync(Http.Cancellation).AsTask();
            while (!reading.IsCompleted)
            {
                _host.Behind.Clock.Advance(Poll);
                await Task.Yield();
            }
            var line = await reading ?? throw new EndOfStreamException();
            if (line.StartsWith("id: ", StringComparison.Ordinal))
                id = long.Parse(line[4..], System.Globalization.CultureInfo.InvariantCulture);
            if (!line.StartsWith("data: ", StringComparison.Ordinal))
                continue;
            await reader.ReadLineAsync(Http.Cancellation);
            return (id, JsonSerializer.Deserialize<JsonElement>(line[6..]).GetProperty("stage").GetString()!);
        }
    }
}
