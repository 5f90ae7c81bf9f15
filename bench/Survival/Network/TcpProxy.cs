using System.Buffers;
using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;

namespace BillingActors.Survival.Network;

/// <summary>
/// Passes connections of one port of the loopback on to another one, over a wire that may be cut. Which wire a
/// connection takes is asked when it comes, by the port of its caller.
/// </summary>
internal sealed class TcpProxy : IAsyncDisposable
{
    private const int BufferBytes = 64 << 10;

    private readonly TcpListener _listener;
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<Task, bool> _running = new();
    private readonly Task _accepting;

    /// <summary>Starts it on a port.</summary>
    public TcpProxy(int port, int target, Func<int, Wire> wireOf)
    {
        _listener = new TcpListener(IPAddress.Loopback, port);
        _listener.Start();
        _accepting = Accept(target, wireOf);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        _listener.Stop();
        await _accepting;
        await Task.WhenAll(_running.Keys);
        _end.Dispose();
    }

    private async Task Accept(int target, Func<int, Wire> wireOf)
    {
        while (!_end.IsCancellationRequested)
        {
            try
            {
                var caller = await _listener.AcceptSocketAsync(_end.Token);
                var carrying = Carry(caller, target, wireOf);
                _running[carrying] = true;
                _ = carrying.ContinueWith(done => _running.TryRemove(done, out _), TaskScheduler.Default);
            }
            catch (Exception ended) when (ended is OperationCanceledException or SocketException)
            {
                // A caller that left at once, or the end.
            }
        }
    }

    private async Task Carry(Socket caller, int target, Func<int, Wire> wireOf)
    {
        await Task.Yield();
        using (caller)
        using (var callee = new Socket(SocketType.Stream, ProtocolType.Tcp))
        {
            try
            {
                var wire = wireOf(((IPEndPoint)caller.RemoteEndPoint!).Port);
                await wire.Passes(_end.Token);
                await callee.ConnectAsync(IPAddress.Loopback, target, _end.Token);
                (caller.NoDelay, callee.NoDelay) = (true, true);
                await Task.WhenAll(Pump(caller, callee, wire), Pump(callee, caller, wire));
            }
            catch (Exception ended) when (ended is OperationCanceledException or SocketException)
            {
                // One side is gone, and so is the connection.
            }
        }
    }

    private async Task Pump(Socket from, Socket to, Wire wire)
    {
        var buffer = ArrayPool<byte>.Shared.Rent(BufferBytes);
        try
        {
            int count;
            while ((count = await from.ReceiveAsync(buffer, _end.Token)) > 0)
            {
                await wire.Passes(_end.Token);
                for (var sent = 0; sent < count;)
                    sent += await to.SendAsync(buffer.AsMemory(sent, count - sent), _end.Token);
            }
            await wire.Passes(_end.Token);
            to.Shutdown(SocketShutdown.Send);
        }
        catch (SocketException)
        {
            // A side that was killed resets: the other one must hear of it, once the wire lets it.
            await wire.Passes(_end.Token);
            from.Close();
            to.Close();
        }
        catch (ObjectDisposedException)
        {
            // The other direction has closed both.
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }
}
