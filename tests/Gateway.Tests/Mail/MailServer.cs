using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace BillingActors.Gateway.Tests.Mail;

/// <summary>A mail server on the own machine: it takes messages, remembers them, and answers as it is told.</summary>
internal sealed class MailServer : IAsyncDisposable
{
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(60);

    private readonly TcpListener _listener = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentQueue<(string To, string Text)> _messages = new();
    private readonly ConcurrentQueue<string> _said = new();
    private readonly SemaphoreSlim _came = new(0);
    private readonly Task _work;

    public MailServer()
    {
        _listener.Start();
        _work = Task.Run(Work);
    }

    public int Port => ((IPEndPoint)_listener.LocalEndpoint).Port;

    /// <summary>What it answers to a line, such as "550 5.1.1 unknown" to "RCPT TO:…"; null: as usual.</summary>
    public Func<string, string?> Answer { get; set; } = _ => null;

    /// <summary>Messages that were taken, with their recipient.</summary>
    public (string To, string Text)[] Messages => [.. _messages];

    /// <summary>All lines that clients sent, without messages.</summary>
    public string[] Said => [.. _said];

    /// <summary>The messages to somebody, once there are so many.</summary>
    public async Task<(string To, string Text)[]> Until(string to, int count)
    {
        using var limit = new CancellationTokenSource(Longest);
        while (To(to).Length < count)
            await _came.WaitAsync(limit.Token);
        return To(to);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _work;
        _end.Dispose();
        _came.Dispose();
    }

    public (string To, string Text)[] To(string to) => [.. _messages.Where(one => one.To == to)];

    private async Task Work()
    {
        try
        {
            while (true)
            {
                using var client = await _listener.AcceptTcpClientAsync(_end.Token);
                await Speak(client.GetStream());
            }
        }
        catch (Exception fault) when (
            fault is OperationCanceledException or SocketException or InvalidOperationException)
        {
            // The test is over, and the listener stopped.
        }
    }

    private async Task Speak(NetworkStream stream)
    {
        using var reader = new StreamReader(stream, Encoding.Latin1);
        await using var writer = new StreamWriter(stream, Encoding.Latin1) { NewLine = "\r\n", AutoFlush = true };
        try
        {
            await writer.WriteLineAsync("220 test");
            var to = "";
            while (await reader.ReadLineAsync(_end.Token) is { } line)
            {
                _said.Enqueue(line);
                if (line.StartsWith("RCPT TO:", StringComparison.OrdinalIgnoreCase))
                    to = line.Split('<', '>')[1];
                var answer = Answer(line) ?? Usual(line);
                await writer.WriteLineAsync(answer);
                if (answer.StartsWith("354", StringComparison.Ordinal))
                    await Take(reader, writer, to);
                if (answer.StartsWith("221", StringComparison.Ordinal))
                    return;
            }
        }
        catch (Exception fault) when (fault is IOException or SocketException)
        {
            // The client went away.
        }
    }

    private async Task Take(StreamReader reader, StreamWriter writer, string to)
    {
        var text = new StringBuilder();
        while (await reader.ReadLineAsync(_end.Token) is { } line and not ".")
            text.Append(line.StartsWith("..", StringComparison.Ordinal) ? line[1..] : line).Append("\r\n");
        var answer = Answer(".") ?? "250 2.0.0 taken";
        if (answer.StartsWith('2'))
        {
            _messages.Enqueue((to, text.ToString()));
            _came.Release();
        }
        await writer.WriteLineAsync(answer);
    }

    private static string Usual(string line) => line.Split(' ', ':')[0].ToUpperInvariant() switch
    {
        "EHLO" => "250-test\r\n250 8BITMIME",
        "DATA" => "354 go on",
        "QUIT" => "221 bye",
        _ => "250 2.1.0 so be it",
    };
}
