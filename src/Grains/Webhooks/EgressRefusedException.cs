namespace BillingActors.Grains.Webhooks;

/// <summary>A host leads to where no call may go.</summary>
internal sealed class EgressRefusedException(string message) : Exception(message);
