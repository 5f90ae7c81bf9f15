namespace BillingActors.Gateway;

/// <summary>Limits of the front door; section <c>Billing:Gateway</c>.</summary>
public sealed class GatewayOptions
{
    /// <summary>Configuration section.</summary>
    public const string Section = "Billing:Gateway";

    /// <summary>Largest JSON body in bytes.</summary>
    public long BodyBytesMax { get; set; } = 1_048_576;

    /// <summary>Largest file in bytes, as it is sent.</summary>
    public long ImportBytesMax { get; set; } = 1_073_741_824;

    /// <summary>
    /// 32 bytes in base64 that sign cursors. Without it each process makes its own at start: then cursors end with the
    /// process, and several gateways behind one address need a common key.
    /// </summary>
    public string CursorKey { get; set; } = "";

    /// <summary>Only where something in front of the program ends TLS: plain http from anywhere is answered.</summary>
    public const string Anywhere = "anywhere";

    private const string Loopback = "loopback";

    /// <summary>
    /// Where plain http is answered: "loopback", or "anywhere" behind something that ends TLS. Elsewhere a page leads
    /// to its https address and a call is refused.
    /// </summary>
    public string PlainHttp { get; set; } = Loopback;

    /// <summary>How often a run is looked at for its live events, in milliseconds, 50 to 5,000.</summary>
    public int EventPollMilliseconds { get; set; } = 300;

    /// <summary>Silence on a stream of live events after which a comment is sent, in seconds, 1 to 60.</summary>
    public int HeartbeatSeconds { get; set; } = 15;

    /// <summary>Limit of reading calls, per key or person.</summary>
    public RateLimit Reads { get; set; } = new() { PermitCount = 2_000, WindowSeconds = 1 };

    /// <summary>Limit of files handed in, per key or person.</summary>
    public RateLimit Ingest { get; set; } = new() { PermitCount = 100, WindowSeconds = 1 };

    /// <summary>Limit of calls that change something, per key or person.</summary>
    public RateLimit Money { get; set; } = new() { PermitCount = 1_000, WindowSeconds = 1 };

    internal bool KnowsPlainHttp => PlainHttp is Loopback or Anywhere;

    internal bool HasUsableHeartbeat => HeartbeatSeconds is >= 1 and <= 60;

    internal bool HasUsableCursorKey =>
        CursorKey.Length == 0
        || (Convert.TryFromBase64String(CursorKey, new byte[48], out var written) && written == 32);
}
