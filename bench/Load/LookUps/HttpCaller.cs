using System.Buffers.Text;
using System.Net.Sockets;
using System.Text;

namespace BillingActors.Load.LookUps;

/// <summary>
/// One connection that asks and reads the answer, over and over. It is a plain socket, because a full client would take
/// more of the processor than the server and hide what is measured.
/// </summary>
internal sealed class HttpCaller : IDisposable
{
    private const int BufferSize = 16_384;

    private readonly Socket _socket = new(SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
    private readonly byte[] _buffer = new byte[BufferSize];

    private HttpCaller()
    {
    }

    private static ReadOnlySpan<byte> HeadEnd => "\r\n\r\n"u8;

    private static ReadOnlySpan<byte> LastChunk => "0\r\n\r\n"u8;

    public static async Task<HttpCaller> Connect(Uri address, CancellationToken cancellation)
    {
        var caller = new HttpCaller();
        try
        {
            await caller._socket.ConnectAsync(address.Host, address.Port, cancellation);
            return caller;
        }
        catch
        {
            caller.Dispose();
            throw;
        }
    }

    /// <summary>The bytes of a request, which are made once and not while times are taken.</summary>
    public static byte[] Request(Uri address, string path, string? key) => Encoding.ASCII.GetBytes(
        $"GET {path} HTTP/1.1\r\nHost: {address.Authority}\r\n"
        + (key is null ? "" : $"Authorization: Bearer {key}\r\n")
        + "Accept: application/json\r\n\r\n");

    /// <summary>Asks, and comes back with the status once the whole answer is read.</summary>
    public async Task<int> Get(ReadOnlyMemory<byte> request, CancellationToken cancellation)
    {
        for (var sent = 0; sent < request.Length;)
            sent += await _socket.SendAsync(request[sent..], cancellation);
        var count = 0;
        while (count < _buffer.Length)
        {
            var read = await _socket.ReceiveAsync(_buffer.AsMemory(count), cancellation);
            if (read == 0)
                throw new IOException("The server closed the connection.");
            count += read;
            if (IsWhole(_buffer.AsSpan(0, count)))
                return Status(_buffer.AsSpan(0, count));
        }
        throw new IOException($"The answer has more than {BufferSize} bytes.");
    }

    public void Dispose() => _socket.Dispose();

    // Nothing else is under way on the connection, so the last bytes are the end of this answer.
    private static bool IsWhole(ReadOnlySpan<byte> answer)
    {
        var headEnd = answer.IndexOf(HeadEnd);
        if (headEnd < 0)
            return false;
        var body = answer[(headEnd + HeadEnd.Length)..];
        var length = Length(answer[..headEnd]);
        return length < 0 ? body.EndsWith(LastChunk) : body.Length >= length;
    }

    // Negative where the answer comes in chunks.
    private static int Length(ReadOnlySpan<byte> head)
    {
        var name = "\r\nContent-Length: "u8;
        var at = head.IndexOf(name);
        return at >= 0 && Utf8Parser.TryParse(head[(at + name.Length)..], out int length, out _) ? length : -1;
    }

    private static int Status(ReadOnlySpan<byte> answer) =>
        Utf8Parser.TryParse(answer["HTTP/1.1 "u8.Length..], out int status, out _) ? status : 0;
}
