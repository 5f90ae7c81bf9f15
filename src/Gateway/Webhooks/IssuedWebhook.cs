using BillingActors.Storage.Webhooks;

namespace BillingActors.Gateway.Webhooks;

/// <summary>An endpoint with a secret that was just made: nobody will ever see it again.</summary>
/// <param name="Webhook">The endpoint as it is listed from now on.</param>
/// <param name="Secret">What its calls are signed with: whsec_ and base64.</param>
public sealed record IssuedWebhook(Webhook Webhook, string Secret);
