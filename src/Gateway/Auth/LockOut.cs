using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace BillingActors.Gateway.Auth;

/// <summary>
/// Makes guessing slow: after some failures of an account from a network, and after more of the network as a whole,
/// each
/// further one doubles the time in which nothing from there is believed. Accounts nobody has count like those that are,
/// so that nothing is learnt about which there are; and who guesses from one network locks nobody out elsewhere.
/// </summary>
internal sealed class LockOut(TimeProvider clock, IOptions<AuthOptions> options)
{
    private const int CountMax = 100_000;
    private const int DoublingCountMax = 20;
    private static readonly TimeSpan First = TimeSpan.FromSeconds(1);
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(15);
    private static readonly TimeSpan Memory = TimeSpan.FromHours(1);

    private readonly ConcurrentDictionary<(string Account, string Network), Failures> _failures = new();

    /// <summary>
    /// The network of a request: an address, or the 64 bits of an IPv6 network; empty within the process.
    /// </summary>
    public static string NetworkOf(HttpContext http)
    {
        if (http.Connection.RemoteIpAddress is not { } address)
            return "";
        if (address.IsIPv4MappedToIPv6)
            address = address.MapToIPv4();
        return address.AddressFamily == AddressFamily.InterNetworkV6
            ? new IPAddress([.. address.GetAddressBytes()[..8], .. new byte[8]]).ToString()
            : address.ToString();
    }

    /// <summary>Whether nothing is believed of this account from this network now.</summary>
    public bool Holds(string account, string network)
    {
        var now = clock.GetUtcNow();
        return Until((account, network)) > now || (network.Length > 0 && Until(("", network)) > now);
    }

    /// <summary>Whether anything is held against this account or this network.</summary>
    public bool HasFailures(string account, string network) =>
        _failures.ContainsKey((account, network)) || _failures.ContainsKey(("", network));

    /// <summary>Counts a failure; true when a lock begins that was none before.</summary>
    public bool Fail(string account, string network)
    {
        Forget();
        var hasBegun = Count((account, network), options.Value.AccountFailureCount);
        if (network.Length > 0 && options.Value.NetworkFailureCount > 0)
            hasBegun |= Count(("", network), options.Value.NetworkFailureCount);
        return hasBegun;
    }

    /// <summary>
    /// The account proved itself: its failures from this network are forgotten, not those of the network.
    /// </summary>
    public void Succeed(string account, string network) => _failures.TryRemove((account, network), out _);

    private DateTimeOffset Until((string, string) subject) =>
        _failures.TryGetValue(subject, out var failures) ? failures.Until : DateTimeOffset.MinValue;

    private bool Count((string, string) subject, int freeCount)
    {
        var now = clock.GetUtcNow();
        var after = _failures.AddOrUpdate(
            subject, _ => new Failures(1, now, now), (_, before) => before.Next(now, freeCount));
        return after.Count == freeCount;
    }

    private void Forget()
    {
        if (_failures.Count < CountMax)
            return;
        var now = clock.GetUtcNow();
        foreach (var (subject, failures) in _failures)
        {
            if (now - failures.LastAt > Memory)
                _failures.TryRemove(subject, out _);
        }
        // Still too many: somebody invents accounts. Those are forgotten; the network's own count holds it back.
        if (_failures.Count < CountMax)
            return;
        foreach (var subject in _failures.Keys.Where(subject => subject.Account.Length > 0))
            _failures.TryRemove(subject, out _);
    }

    private sealed record Failures(int Count, DateTimeOffset LastAt, DateTimeOffset Until)
    {
        public Failures Next(DateTimeOffset now, int freeCount)
        {
            var count = now - LastAt > Memory ? 1 : Count + 1;
            var doublings = Math.Min(count - freeCount, DoublingCountMax);
            if (doublings < 0)
                return new Failures(count, now, now);
            var wait = TimeSpan.FromTicks(Math.Min(First.Ticks << doublings, Longest.Ticks));
            return new Failures(count, now, now + wait);
        }
    }
}
