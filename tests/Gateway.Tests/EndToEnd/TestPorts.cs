using System.Net;
using System.Net.Sockets;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>Ports for programs that cannot choose one themselves.</summary>
internal static class TestPorts
{
    public static int Free()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
