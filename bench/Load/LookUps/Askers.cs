using System.Diagnostics;
using BillingActors.Load.Machine;

namespace BillingActors.Load.LookUps;

/// <summary>A closed loop: every connection asks again as soon as it is answered. What it finds is a rate.</summary>
internal static class Askers
{
    private const int Ok = 200;

    /// <summary>
    /// Asks for so long on so many connections; each goes through the requests from a place of its own.
    /// </summary>
    public static async Task<AskedRate> Run(
        Uri address, byte[][] requests, int connectionCount, TimeSpan duration, CancellationToken cancellation)
    {
        var callers = new List<HttpCaller>();
        try
        {
            for (var i = 0; i < connectionCount; i++)
                callers.Add(await HttpCaller.Connect(address, cancellation));
            var start = Stopwatch.GetTimestamp();
            var share = (double)requests.Length / connectionCount;
            var times = await Task.WhenAll(callers.Select((caller, number) => Task.Run(
                () => Ask(caller, requests, (int)(number * share), (start, duration), cancellation),
                cancellation)));
            var seconds = Stopwatch.GetElapsedTime(start).TotalSeconds;
            var all = new Times(times.SelectMany(own => own));
            return new AskedRate(all.Count / seconds, all);
        }
        finally
        {
            foreach (var caller in callers)
                caller.Dispose();
        }
    }

    /// <summary>Throws where an answer is not what was asked for: such a rate would mean nothing.</summary>
    public static void Accept(int status)
    {
        if (status != Ok)
            throw new InvalidOperationException($"A look-up was answered with status {status}.");
    }

    private static async Task<List<TimeSpan>> Ask(
        HttpCaller caller,
        byte[][] requests,
        int first,
        (long Start, TimeSpan Duration) span,
        CancellationToken cancellation)
    {
        var times = new List<TimeSpan>();
        for (var next = first; Stopwatch.GetElapsedTime(span.Start) < span.Duration; next++)
        {
            var begun = Stopwatch.GetTimestamp();
            Accept(await caller.Get(requests[next % requests.Length], cancellation));
            times.Add(Stopwatch.GetElapsedTime(begun));
        }
        return times;
    }
}
