using System.Net;
using System.Net.Sockets;
using BillingActors.Storage.Webhooks;

namespace BillingActors.Grains.Webhooks;

/// <summary>
/// Connects to a host that somebody else named. Its name is resolved once, all it leads to must be public, and the
/// connection goes to an address that was looked at: whoever changes the name in between changes nothing.
/// </summary>
internal sealed class EgressConnection(bool loopbackHttp)
{
    /// <summary>What a name leads to.</summary>
    public Func<string, CancellationToken, Task<IPAddress[]>> Resolve { get; init; } = Dns.GetHostAddressesAsync;

    /// <summary>Opens a connection to an address.</summary>
    public Func<IPEndPoint, CancellationToken, ValueTask<Stream>> Open { get; init; } = OpenSocket;

    /// <summary>The callback of a handler.</summary>
    public ValueTask<Stream> Connect(SocketsHttpConnectionContext context, CancellationToken cancellation) =>
        Connect(context.DnsEndPoint, context.InitialRequestMessage.RequestUri, cancellation);

    internal async ValueTask<Stream> Connect(DnsEndPoint place, Uri? url, CancellationToken cancellation)
    {
        var addresses = IPAddress.TryParse(place.Host, out var said)
            ? [said]
            : await Resolve(place.Host, cancellation);
        var mayBeOwn = loopbackHttp && url is not null && EgressRules.IsLoopbackHttp(url);
        // One that is not public among others is no accident either: then none is called.
        if (addresses.Length == 0 || !Array.TrueForAll(addresses, MayBeCalled))
        {
            throw new EgressRefusedException($"{place.Host} does not lead to the public internet alone.");
        }
        Exception? last = null;
        foreach (var address in addresses)
        {
            try
            {
                return await Open(new IPEndPoint(address, place.Port), cancellation);
            }
            catch (SocketException fault)
            {
                last = fault;
            }
        }
        throw new HttpRequestException(HttpRequestError.ConnectionError, "No address answers.", last);

        bool MayBeCalled(IPAddress one) => EgressRules.IsPublic(one) || (mayBeOwn && IPAddress.IsLoopback(one));
    }

    private static async ValueTask<Stream> OpenSocket(IPEndPoint place, CancellationToken cancellation)
    {
        var socket = new Socket(place.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true };
        try
        {
            await socket.ConnectAsync(place, cancellation);
            return new NetworkStream(socket, ownsSocket: true);
        }
        catch
        {
            socket.Dispose();
            throw;
        }
    }
}
