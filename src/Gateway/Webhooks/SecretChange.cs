namespace BillingActors.Gateway.Webhooks;

/// <summary>Another secret for an endpoint.</summary>
/// <param name="OverlapHours">For how long calls are signed with the old one as well, 0 to 168 hours.</param>
public sealed record SecretChange(int OverlapHours);
