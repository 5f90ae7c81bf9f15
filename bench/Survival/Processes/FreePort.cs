using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace BillingActors.Survival.Processes;

/// <summary>
/// Ports of the loopback below the range that the system gives to outgoing connections, so that nobody takes one while
/// its owner is dead.
/// </summary>
internal static class FreePort
{
    private const int TryCountMax = 1000;

    /// <summary>A port that nobody listens on.</summary>
    public static int Take()
    {
        for (var i = 0; i < TryCountMax; i++)
        {
            var port = RandomNumberGenerator.GetInt32(12_000, 30_000);
            using var listener = new TcpListener(IPAddress.Loopback, port);
            try
            {
                listener.Start();
                return port;
            }
            catch (SocketException)
            {
                // Somebody has it; there are others.
            }
        }
        throw new InvalidOperationException("No port of the loopback is free.");
    }
}
