using System.Collections.Immutable;
using System.Net;
using System.Net.Sockets;

namespace BillingActors.Storage.Webhooks;

/// <summary>
/// Where a call may go that somebody else names the address of: to the public internet, by https, and nowhere else. The
/// text of an address is looked at when it is entered; what a name leads to, at each connection.
/// </summary>
public static class EgressRules
{
    private const int LengthMax = 500;

    // What IANA's special-purpose registry for IPv4 does not call global, multicast, and the address at which one
    // cloud's machines ask about themselves. https://www.iana.org/assignments/iana-ipv4-special-registry
    private static readonly ImmutableArray<IPNetwork> Closed4 =
    [
        .. new[]
        {
            "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "168.63.129.16/32", "169.254.0.0/16",
            "172.16.0.0/12", "192.0.0.0/24", "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15",
            "198.51.100.0/24", "203.0.113.0/24", "224.0.0.0/4", "240.0.0.0/4",
        }.Select(IPNetwork.Parse),
    ];

    // Of IPv6 only what is handed out to the public is open, and of that not what leads back into IPv4 or is written in
    // books. https://www.iana.org/assignments/iana-ipv6-special-registry
    private static readonly IPNetwork Open6 = IPNetwork.Parse("2000::/3");

    private static readonly ImmutableArray<IPNetwork> Closed6 =
        [.. new[] { "2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20" }.Select(IPNetwork.Parse)];

    private static readonly string[] ClosedNames =
        ["localhost", "local", "internal", "intranet", "home", "lan", "corp", "home.arpa", "test", "invalid", "onion"];

    /// <summary>The rule that an address breaks, or null. Plain http to the own machine is for trying it out.</summary>
    public static string? Check(string url, bool loopbackHttp)
    {
        if (url.Length > LengthMax || !Uri.TryCreate(url, UriKind.Absolute, out var uri) || uri.Host.Length == 0)
            return "The address must be a whole one, of at most 500 characters.";
        if (uri.UserInfo.Length > 0 || uri.Fragment.Length > 0)
            return "The address must have neither a name and password nor a fragment.";
        if (loopbackHttp && IsLoopbackHttp(uri))
            return null;
        if (uri.Scheme != Uri.UriSchemeHttps)
            return "The address must be one of https.";
        if (uri.Port is not (443 or 8443))
            return "The port must be 443 or 8443.";
        return HostRule(uri);
    }

    /// <summary>Whether an address is one of the public internet.</summary>
    public static bool IsPublic(IPAddress address) => address.AddressFamily switch
    {
        AddressFamily.InterNetwork => !Closed4.Any(network => network.Contains(address)),
        // Of an IPv4 address within IPv6 a network looks at what is inside; none of them is open.
        AddressFamily.InterNetworkV6 => !address.IsIPv4MappedToIPv6 && address.ScopeId == 0 && Open6.Contains(address)
            && !Closed6.Any(network => network.Contains(address)),
        _ => false,
    };

    /// <summary>Whether it is plain http to the own machine, by its number.</summary>
    public static bool IsLoopbackHttp(Uri uri) =>
        uri.Scheme == Uri.UriSchemeHttp && IPAddress.TryParse(uri.Host, out var address)
        && IPAddress.IsLoopback(address) && !address.IsIPv4MappedToIPv6;

    private static string? HostRule(Uri uri)
    {
        var host = uri.IdnHost.TrimEnd('.');
        if (uri.HostNameType is UriHostNameType.IPv4 or UriHostNameType.IPv6)
        {
            return IPAddress.TryParse(host.Trim('[', ']'), out var address) && IsPublic(address)
                ? null
                : "The address must be one of the public internet.";
        }
        var labels = host.Split('.');
        if (uri.HostNameType != UriHostNameType.Dns || labels.Length < 2 || labels.Any(label => label.Length == 0))
            return "The host must be a whole name of the public internet.";
        // Some resolvers read a number in any form as an address; no name of the internet ends in one.
        if (char.IsAsciiDigit(labels[^1][0]))
            return "The host must not end in a number.";
        return ClosedNames.Any(name => host.Equals(name, StringComparison.OrdinalIgnoreCase)
            || host.EndsWith("." + name, StringComparison.OrdinalIgnoreCase))
            ? "The host must be one of the public internet."
            : null;
    }
}
