using System.Text;
using BillingActors.Storage.Webhooks;

namespace BillingActors.Storage.Tests.Webhooks;

public sealed class WebhookSignatureTests
{
    // The values of the reference libraries' own test: https://github.com/standard-webhooks/standard-webhooks
    [Fact]
    public void The_signature_is_that_of_the_reference_libraries()
    {
        var message = (
            "msg_p5jXN8AQM9LWM0D4loKWxJek", DateTimeOffset.FromUnixTimeSeconds(1614265330),
            Encoding.UTF8.GetBytes("""{"test": 2432232314}"""));
        Assert.Equal(
            "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=",
            WebhookSecrets.Signature(Convert.FromBase64String("MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"), message));
    }

    [Fact]
    public void Another_second_id_or_body_is_another_signature()
    {
        var (secret, at) = (new byte[32], DateTimeOffset.UnixEpoch);
        string[] signatures =
        [
            WebhookSecrets.Signature(secret, ("a", at, [1])), WebhookSecrets.Signature(secret, ("b", at, [1])),
            WebhookSecrets.Signature(secret, ("a", at.AddSeconds(1), [1])),
            WebhookSecrets.Signature(secret, ("a", at, [2])),
        ];
        Assert.Equal(4, signatures.Distinct(StringComparer.Ordinal).Count());
    }

    [Fact]
    public void One_id_per_event_and_endpoint()
    {
        Assert.Equal(WebhookMessage.IdOf("w", "E/A", 1), WebhookMessage.IdOf("w", "E/A", 1));
        string[] ids =
        [
            WebhookMessage.IdOf("w", "E/A", 1), WebhookMessage.IdOf("v", "E/A", 1), WebhookMessage.IdOf("w", "E/B", 1),
            WebhookMessage.IdOf("w", "E/A", 2),
        ];
        Assert.Equal(4, ids.Distinct(StringComparer.Ordinal).Count());
        Assert.All(ids, id => Assert.Matches("^msg_[A-Za-z0-9_-]{24}$", id));
    }
}
