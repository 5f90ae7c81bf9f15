using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;

namespace BillingActors.Gateway.Tests.EndToEnd;

/// <summary>A call that came, as its receiver reads it.</summary>
internal sealed record WebhookCall(string Path, string Id, string Timestamp, string Signature, string Body)
{
    public JsonElement Said => JsonSerializer.Deserialize<JsonElement>(Body);

    public string Type => Said.GetProperty("type").GetString()!;

    public JsonElement Data => Said.GetProperty("data");

    /// <summary>Signatures that a secret makes of it: worked out here, apart from the product.</summary>
    public bool IsSignedWith(string secret)
    {
        var key = Convert.FromBase64String(secret["whsec_".Length..]);
        var own = "v1," + Convert.ToBase64String(
            HMACSHA256.HashData(key, Encoding.UTF8.GetBytes($"{Id}.{Timestamp}.{Body}")));
        return Signature.Split(' ').Contains(own, StringComparer.Ordinal);
    }

    /// <summary>How far its time is from now.</summary>
    public TimeSpan Age(DateTimeOffset now) =>
        now - DateTimeOffset.FromUnixTimeSeconds(long.Parse(Timestamp, CultureInfo.InvariantCulture));
}
